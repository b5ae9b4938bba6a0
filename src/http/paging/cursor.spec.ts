import fc from 'fast-check';
import { readCursor, writeCursor } from './cursor.js';

describe('readCursor', () => {
  it('decodes what writeCursor encoded', () => {
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

  it('rejects any other spelling of a cursor', () => {
    const cursor = writeCursor({ at: new Date(5), id: '77' });
    for (const other of [`${cursor}=`, ` ${cursor}`, `${cursor}A`, cursor.toLowerCase(), '', '.']) {
      expect(readCursor(other, 'number')).toBeNull();
    }
  });
});
