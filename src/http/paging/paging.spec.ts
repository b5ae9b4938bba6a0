import fc from 'fast-check';
import { matchesETag, weakETag } from '../preconditions/if-none-match.js';
import { readCursor, writeCursor } from './cursor.js';
import { parseInstant } from '../validation/instant.js';

describe('cursors', () => {
  it('name the place they were written for', () => {
    const at = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(at, fc.uuid(), fc.nat(), (date, uuid, number) => {
        const job = { at: date, id: uuid };
        const event = { at: date, id: String(number) };
        expect(readCursor(writeCursor(job), 'uuid')).toEqual(job);
        expect(readCursor(writeCursor(event), 'number')).toEqual(event);
        expect(readCursor(writeCursor(job), 'number')).toBeNull();
      }),
    );
  });

  it('are none of ours in any other spelling', () => {
    const cursor = writeCursor({ at: new Date(5), id: '77' });
    for (const other of [`${cursor}=`, ` ${cursor}`, `${cursor}A`, cursor.toLowerCase(), '', '.']) {
      expect(readCursor(other, 'number')).toBeNull();
    }
  });
});

describe('parseInstant', () => {
  it.each([
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2026-01-31T12:00Z', '2026-01-31T12:00:00.000Z'],
    ['2026-01-31T12:00:05.25+02:00', '2026-01-31T10:00:05.250Z'],
    ['2026-01-01T00:00:00-05:30', '2026-01-01T05:30:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(parseInstant(text)?.toISOString()).toBe(instant);
  });

  it.each([
    '2025-02-29',
    '2026-04-31',
    '2026-1-1',
    '20260131',
    '2026-01-31 12:00Z',
    '2026-01-31T12Z',
  ])('refuses %s', (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});

describe('matchesTag', () => {
  const tag = weakETag({ status: 'pending' });

  it('compares weakly, in a list and with a star', () => {
    for (const header of [tag, tag.slice(2), `"a", ${tag} , "b"`, '*']) {
      expect(matchesETag(header, tag)).toBe(true);
    }
    for (const header of [undefined, '', '"a"', weakETag({ status: 'failed' })]) {
      expect(matchesETag(header, tag)).toBe(false);
    }
  });
});
