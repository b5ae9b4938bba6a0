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

  it('goes by when a word is shown, which the delay of the captions decides', () => {
    const words = [timedWord('One', 0, 900), timedWord('two', 1000, 1900)];
    const scenes = [
      { startMs: 0, settings: null },
      { startMs: 2000, settings: pop },
    ];
    const late = captionSettings({ offsetMs: 1500 });
    expect(wordsByLook(words, scenes, late)).toEqual([
      { settings: late, words: [words[0]] },
      { settings: pop, words: [words[1]] },
    ]);
  });

  it('gives words that begin before the video the look of its first scene', () => {
    const words = [timedWord('One', 100, 900)];
    const early = captionSettings({ offsetMs: -500 });
    const runs = wordsByLook(words, [{ startMs: 0, settings: pop }], early);
    expect(runs).toEqual([{ settings: pop, words }]);
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
