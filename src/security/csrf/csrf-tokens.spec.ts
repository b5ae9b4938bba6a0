import { CsrfTokens } from './csrf-tokens.js';

const HOUR = 3_600_000;
const START = 500_000 * HOUR;

describe('CsrfTokens', () => {
  let now = START;
  const tokens = new CsrfTokens('secret', () => now);

  beforeEach(() => {
    now = START + 60_000;
  });

  it.each([
    ['at once', 0, true],
    ['in the next hour', HOUR, true],
    ['a moment before its expiry', 2 * HOUR - 60_001, true],
    ['at its expiry', 2 * HOUR - 60_000, false],
    ['a day later', 24 * HOUR, false],
    ['by a clock that is a minute behind, before the full hour', -61_000, true],
    ['by a clock that is an hour behind', -HOUR, false],
  ])('a token is valid %s: %#', (_when, later, valid) => {
    const { token } = tokens.create();
    now += later;
    expect(tokens.verify(token)).toBe(valid);
  });

  it('returns the expiry time of a token', () => {
    expect(tokens.create().expiresAt.getTime()).toBe(START + 2 * HOUR);
  });

  it('is accepted by all processes with the same secret and no others', () => {
    const { token } = tokens.create();
    expect(new CsrfTokens('secret', () => now).verify(token)).toBe(true);
    expect(new CsrfTokens('Secret', () => now).verify(token)).toBe(false);
  });

  it('creates a different token each time', () => {
    expect(tokens.create().token).not.toBe(tokens.create().token);
  });

  it.each(['', '-', 'a-b', '\u00e9-\u00e9', '-'.repeat(10_000)])('rejects %j', (token) => {
    expect(tokens.verify(token)).toBe(false);
  });

  it('rejects a token with one changed character', () => {
    const { token } = tokens.create();
    const last = token.endsWith('A') ? 'B' : 'A';
    expect(tokens.verify(token.slice(0, -1) + last)).toBe(false);
  });
});
