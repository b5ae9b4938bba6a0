import { captionSettings, evenWords, timedWord } from '../../../../test/support/captions.js';
import { joinPages, wordsByLook } from './words-by-look.js';

const usual = captionSettings();
const pop = captionSettings({ style: 'pop' });

describe('wordsByLook', () => {
  it('gives each word the look of the scene that began last', () => {
    const words = [
      timedWord('One', 0, 900),
      timedWord('two', 1000, 1900),
      timedWord('three', 2500, 3000),
    ];
    const scenes = [
      { startMs: 0, settings: null },
      { startMs: 1000, settings: pop },
      { startMs: 2000, settings: null },
    ];
    expect(wordsByLook(words, scenes, usual)).toEqual([
      { settings: usual, words: [words[0]] },
      { settings: pop, words: [words[1]] },
      { settings: usual, words: [words[2]] },
    ]);
  });

  it('keeps all words together without a look of a scene', () => {
    const words = evenWords('one two three');
    const scenes = [
      { startMs: 0, settings: null },
      { startMs: 300, settings: null },
    ];
    expect(wordsByLook(words, scenes, usual)).toEqual([{ settings: usual, words }]);
  });
});

describe('joinPages', () => {
  it('orders pages, and ends each before the next', () => {
    const page = (startMs: number, endMs: number) => ({ lines: [], startMs, endMs });
    expect(joinPages([page(0, 1500), page(3000, 4000), page(1000, 2000)])).toEqual([
      page(0, 1000),
      page(1000, 2000),
      page(3000, 4000),
    ]);
  });
});
