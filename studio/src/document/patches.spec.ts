import fc from 'fast-check';
import { applyPatch, inverted, patchBetween } from './patches.js';

const texts = fc.string({ unit: 'grapheme', maxLength: 20 });

describe('patches', () => {
  it('turn a text into another, and back', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const patch = patchBetween(before, after);
        expect(patch === null).toBe(before === after);
        if (patch === null) return;
        expect(applyPatch(before, patch)).toBe(after);
        expect(applyPatch(after, inverted(patch))).toBe(before);
      }),
    );
  });

  it('contain only what differs', () => {
    expect(patchBetween('{"a":1}', '{"a":21}')).toEqual({ at: 5, removed: '', inserted: '2' });
    expect(patchBetween('aaa', 'aa')).toEqual({ at: 2, removed: 'a', inserted: '' });
    expect(patchBetween('same', 'same')).toBeNull();
  });

  it('cut no character in half', () => {
    expect(patchBetween('\u{1F600}', '\u{1F601}')).toEqual({
      at: 0,
      removed: '\u{1F600}',
      inserted: '\u{1F601}',
    });
    // The same low surrogate after different high ones.
    expect(patchBetween('\u{1F400}', '\u{1F800}')).toMatchObject({ removed: '\u{1F400}' });
  });
});
