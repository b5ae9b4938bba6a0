import { boundIssue } from './issues.js';

describe('boundIssue', () => {
  it.each([
    ['keeps an issue of usual length', '/scenes/0', 'Wrong.', '/scenes/0', 'Wrong.'],
    ['points at the nearest value around a long name', `/a/${'x'.repeat(1_000)}`, 'm', '/a', 'm'],
    ['points at the whole for a single long name', `/${'x'.repeat(1_000)}`, 'm', '', 'm'],
    ['keeps a pointer of 1,000 characters', `/${'x'.repeat(999)}`, 'm', `/${'x'.repeat(999)}`, 'm'],
    ['shortens a message', '', 'm'.repeat(2_001), '', `${'m'.repeat(2_000)}...`],
  ])('%s', (_what, pointer, message, boundedPointer, boundedMessage) => {
    expect(boundIssue({ pointer, message })).toEqual({
      pointer: boundedPointer,
      message: boundedMessage,
    });
  });
});
