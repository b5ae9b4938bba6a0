import bidiFactory from 'bidi-js';
import { bidiLevels } from './bidi.js';

const whole = (bidiFactory as unknown as typeof bidiFactory.default)();

function wholeLevels(text: string, direction: 'auto' | 'ltr' | 'rtl') {
  const { levels, paragraphs } = whole.getEmbeddingLevels(
    text,
    direction === 'auto' ? undefined : direction,
  );
  return { direction: paragraphs[0]!.level % 2 === 0 ? 'ltr' : 'rtl', levels };
}

describe('bidiLevels', () => {
  it('gives texts without letters from right to left the levels of the whole algorithm', () => {
    const codes = [...Array(0x5a0).keys(), ...Array.from({ length: 0x80 }, (_, n) => 0x2000 + n)];
    for (const code of codes) {
      const character = String.fromCharCode(code);
      for (const text of [character, `a1${character}1, b`, `${character}2.5${character}`]) {
        for (const direction of ['auto', 'ltr', 'rtl'] as const)
          expect([code, bidiLevels(text, direction)]).toEqual([code, wholeLevels(text, direction)]);
      }
    }
  });

  it('gives other texts the levels of the whole algorithm', () => {
    for (const text of ['שלום a 12', 'a \u202Eb\u202C', '\u200F1']) {
      expect(bidiLevels(text, 'auto')).toEqual(wholeLevels(text, 'auto'));
    }
  });
});
