import { captionSettings, evenWords, timedWord } from '../../../../test/support/captions.js';
import type { CaptionSettings } from '../../project/types/index.js';
import { joinWords } from '../../text/join-words.js';
import { prepareWords } from './prepare-words.js';

const prepare = (text: string, changes: Partial<CaptionSettings> = {}) =>
  prepareWords(evenWords(text), captionSettings(changes));
const texts = (text: string, changes: Partial<CaptionSettings> = {}) =>
  prepare(text, changes).map((word) => word.text);

describe('prepareWords', () => {
  it('replaces words, whatever their case, and keeps the marks around them', () => {
    const replace = { damn: '****', gonna: 'going to', um: '' };
    expect(texts('Um, I\u2019m gonna say "Damn!" um', { replace })).toEqual([
      'I\u2019m',
      'going to',
      'say',
      '"****!"',
    ]);
  });

  it('puts what follows a word that is left out in its place', () => {
    const words = [
      timedWord('say', 0, 100),
      timedWord('um\u2014', 100, 200),
      { ...timedWord('okay', 200, 300), space: false },
    ];
    const shown = prepareWords(words, captionSettings({ replace: { um: '' } }));
    expect(joinWords(shown)).toBe('say okay');
  });

  it('composes what it shows', () => {
    expect(texts('\u1112\u1161\u11AB\u1100\u1173\u11AF cafe\u0301')).toEqual(['한글', 'caf\u00E9']);
  });

  it('takes inherited names for words', () => {
    expect(texts('constructor toString')).toEqual(['constructor', 'toString']);
  });

  it('marks keywords and phrases', () => {
    const keywords = ['video', 'machine learning', '\u5929\u6C14'];
    const marked = (text: string) =>
      prepare(text, { keywords }).flatMap((word) => (word.keyword ? [word.text] : []));
    expect(marked('A Video! on machine, Learning. not learning')).toEqual([
      'Video!',
      'machine,',
      'Learning.',
    ]);
    expect(marked('\u4ECA\u5929\u5929\u6C14\u5F88\u597D')).toEqual(['\u5929\u6C14']);
  });

  it('shifts in time and drops what would end before the video begins', () => {
    const spans = (offsetMs: number) =>
      prepare('one two three', { offsetMs }).map(({ startMs, endMs }) => [startMs, endMs]);
    expect(spans(500)).toEqual([
      [500, 750],
      [800, 1050],
      [1100, 1350],
    ]);
    expect(spans(-400)).toEqual([
      [0, 150],
      [200, 450],
    ]);
  });

  it('cuts scripts without spaces into words, each with its share of the time', () => {
    const words = [timedWord('\u4ECA\u5929\u5929\u6C14\u5F88\u597D\u3002', 0, 700)];
    expect(prepareWords(words, captionSettings())).toEqual([
      timedWord('\u4ECA\u5929', 0, 200),
      timedWord('\u5929\u6C14', 200, 400),
      timedWord('\u5F88\u597D\u3002', 400, 700),
    ]);
  });
});
