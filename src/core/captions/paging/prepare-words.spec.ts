import { captionSettings, evenWords, timedWord } from '../../../../test/support/captions.js';
import type { CaptionSettings } from '../../project/types/index.js';
import { joinWords } from '../../text/join-words.js';
import { prepareWords, shownCharacters } from './prepare-words.js';

const prepare = (text: string, changes: Partial<CaptionSettings> = {}) =>
  prepareWords(evenWords(text), captionSettings(changes));
const texts = (text: string, changes: Partial<CaptionSettings> = {}) =>
  prepare(text, changes).map((word) => word.text);

describe('prepareWords', () => {
  it('replaces words regardless of case and keeps the surrounding punctuation', () => {
    const replace = { damn: '****', gonna: 'going to', um: '' };
    expect(texts('Um, I\u2019m gonna say "Damn!" um', { replace })).toEqual([
      'I\u2019m',
      'going to',
      'say',
      '"****!"',
    ]);
  });

  it('applies the spacing of a dropped word to the next word', () => {
    const words = [
      timedWord('say', 0, 100),
      timedWord('um\u2014', 100, 200),
      { ...timedWord('okay', 200, 300), space: false },
    ];
    const shown = prepareWords(words, captionSettings({ replace: { um: '' } }));
    expect(joinWords(shown)).toBe('say okay');
  });

  it('composes text', () => {
    expect(texts('\u1112\u1161\u11AB\u1100\u1173\u11AF cafe\u0301')).toEqual(['한글', 'caf\u00E9']);
  });

  it('treats names of inherited properties as words', () => {
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

  it('shifts words and drops those that end before the video starts', () => {
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

  it('splits text without spaces into words and divides the time', () => {
    const words = [timedWord('\u4ECA\u5929\u5929\u6C14\u5F88\u597D\u3002', 0, 700)];
    expect(prepareWords(words, captionSettings())).toEqual([
      timedWord('\u4ECA\u5929', 0, 200),
      timedWord('\u5929\u6C14', 200, 400),
      timedWord('\u5F88\u597D\u3002', 400, 700),
    ]);
  });
});

describe('replacements and keywords that many scenes share', () => {
  it('are prepared once', () => {
    let reads = 0;
    const ownKeys = (target: object) => (reads++, Reflect.ownKeys(target));
    const replace = new Proxy<Record<string, string>>({ damn: '****' }, { ownKeys });
    const settings = captionSettings({ replace });
    for (const text of ['damn', 'it', 'damn it']) {
      shownCharacters(evenWords(text), settings);
      prepareWords(evenWords(text), settings);
    }
    expect(reads).toBe(1);
  });
});

describe('shownCharacters', () => {
  it.each<[string, Record<string, string>, number]>([
    ['a b', {}, 2],
    ['Damn! it', {}, 7],
    ['Damn! it', { damn: 'x'.repeat(200) }, 202],
    ['it it', { it: '' }, 0],
    ['\u{1F600}', {}, 2],
  ])('counts %j with the replacements %j', (text, replace, expected) => {
    expect(shownCharacters(evenWords(text), { replace })).toBe(expected);
  });
});
