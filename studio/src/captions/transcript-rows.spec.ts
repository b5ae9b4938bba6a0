import { styleSample } from './style-sample.js';
import { formatTime, rowsOf, wordAt } from './transcript-rows.js';

const WORDS = ['one', 'two', 'three', 'four', 'five'].map((word, index) => ({
  ...{ word, start: index, end: index + 0.8, track: 0 },
}));

describe('the rows of a transcript', () => {
  it('are its captions', () => {
    const captions = [
      { start: 0, end: 2, text: 'one two', track: 0 },
      { start: 2.01, end: 5, text: 'three four five', track: 0 },
    ];
    expect(rowsOf(WORDS, captions)).toEqual([
      { start: 0, from: 0, to: 2 },
      { start: 2, from: 2, to: 5 },
    ]);
    expect(rowsOf(WORDS, [])).toEqual([{ start: 0, from: 0, to: 5 }]);
  });

  it('know the word at a time, and write times', () => {
    expect([-1, 0, 1.9, 60].map((at) => wordAt(WORDS, at))).toEqual([-1, 0, 1, 4]);
    expect([0, 9.96, 65.3, 3600].map(formatTime)).toEqual([
      '0:00.0',
      '0:09.9',
      '1:05.3',
      '60:00.0',
    ]);
  });
});

describe('styleSample', () => {
  const value = {
    scenes: [
      { duration: 2, elements: [{ type: 'image', src: 'https://example.com/a.jpg' }] },
      {
        'background-color': '#102030',
        elements: [
          { type: 'video', src: 'https://example.com/b.mp4' },
          { type: 'text', text: 'title' },
          { type: 'shape', fill: '{{ color }}' },
        ],
      },
    ],
  };
  const timeline = {
    ...{ width: 540, height: 960 },
    scenes: [
      { pointer: '/scenes/0', start: 0, end: 2 },
      { pointer: '/scenes/1', start: 2, end: 5 },
    ],
  };
  const input = { value, timeline: timeline as never, words: WORDS, style: 'pop', fallback: 'a b' };
  it('shows the words at the playhead over what is behind them', () => {
    const settings = { 'font-size': 40, keywords: ['two'] };
    const { config, at, ratio } = styleSample({ ...input, playhead: 3.2, settings });
    expect(ratio).toBeCloseTo(9 / 16);
    expect(config.scenes[0]!.elements).toEqual([
      { type: 'image', src: 'https://example.com/a.jpg' },
    ]);
    expect(config.elements[0]!.settings).toEqual({ 'font-size': 40, style: 'pop' });
    expect(config.elements[0]!.words.map(({ word }) => word)).toEqual([
      'two',
      'three',
      'four',
      'five',
    ]);
    expect(at).toBeGreaterThan(config.elements[0]!.words[0]!.start);
  });

  it('shows a sample if there are no words, and leaves out what needs variables', () => {
    const { config } = styleSample({ ...input, words: [], playhead: 3, settings: {} });
    expect(config.elements[0]!.words.map(({ word }) => word)).toEqual(['a', 'b']);
    expect(config.scenes[0]).toMatchObject({ 'background-color': '#102030' });
    expect(config.scenes[0]!.elements).toEqual([
      { type: 'video', src: 'https://example.com/b.mp4', volume: 0 },
    ]);
  });
});
