import { parseInstant } from './instant.js';

describe('parseInstant', () => {
  it.each([
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2026-01-31T12:00Z', '2026-01-31T12:00:00.000Z'],
    ['2026-01-31T12:00:05.25+02:00', '2026-01-31T10:00:05.250Z'],
    ['2026-01-01T00:00:00-05:30', '2026-01-01T05:30:00.000Z'],
  ])('parses %s', (text, instant) => {
    expect(parseInstant(text)?.toISOString()).toBe(instant);
  });

  it.each([
    '2025-02-29',
    '2026-04-31',
    '2026-1-1',
    '20260131',
    '2026-01-31 12:00Z',
    '2026-01-31T12Z',
  ])('rejects %s', (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});
