import { transformText } from './transform-text.js';

describe('transformText', () => {
  it.each([
    ['none', 'aB', 'aB'],
    ['uppercase', 'stra\u00DFe', 'STRASSE'],
    ['lowercase', 'AB \u00C9', 'ab \u00E9'],
    [
      'capitalize',
      "hello wORLD it's \u00E9t\u00E9 (so) 3rd",
      "Hello WORLD It's \u00C9t\u00E9 (So) 3rd",
    ],
  ] as const)('%s', (transform, text, expected) => {
    expect(transformText(text, transform, 'und')).toBe(expected);
  });

  it('knows whether a word goes on', () => {
    expect(transformText('llo you', 'capitalize', 'und', 'He')).toBe('llo You');
    expect(transformText('you', 'capitalize', 'und', 'he ')).toBe('You');
    expect(transformText('istanbul', 'uppercase', 'tr')).toBe('\u0130STANBUL');
  });
});
