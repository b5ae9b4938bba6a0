import { parseProject, type ParseOptions } from '../parse-project.js';

const OPTIONS: ParseOptions = {
  subtitleDefaults: {},
  localSources: false,
  resolveFont: (family) => family,
  fontFamilies: ['DejaVu Sans'],
};

function read(subtitles: object) {
  const elements = [{ type: 'subtitles', ...subtitles }];
  return parseProject({ scenes: [{ duration: 9 }], elements }, OPTIONS);
}

function wordsOf(words: unknown): string[] {
  const result = read({ words });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.project.subtitles!.words!.words.map(
    ({ text, startMs, endMs }) => `${startMs}-${endMs} ${text}`,
  );
}

describe('words in the formats of other tools', () => {
  it.each<[string, unknown, string[]]>([
    [
      'without an end, with zero duration, and with extra fields of tools',
      [
        { word: 'a', start: 0, end: 0, probability: 0.9 },
        { word: 'b', start: 0.5, score: 0.4, speaker: 'SPEAKER_00', confidence: null, id: 7 },
        { text: 'c', start: 1.5, end: 2, type: 'word', logprob: -0.1 },
      ],
      ['0-500 a', '500-1500 b', '1500-2000 c'],
    ],
    [
      'in the format of Remotion',
      [{ text: ' Hi', startMs: 40, endMs: 300, timestampMs: 100 }],
      ['40-300 Hi'],
    ],
    [
      'with times as strings',
      [{ word: 'a', startTime: '1.200s', endTime: '1.5s' }],
      ['1200-1500 a'],
    ],
    [
      'in a document',
      { text: 'a', segments: [{ words: [{ word: ' a', start: 1, end: 2 }] }] },
      ['1000-2000 a'],
    ],
    [
      'in a list of documents',
      [{ start: 1, end: 2, text: 'a', words: [{ word: ' a', start: 1, end: 2 }] }],
      ['1000-2000 a'],
    ],
    [
      'in decomposed form',
      [{ word: '\u1112\u1161\u11AB', start: 1, end: 2 }],
      ['1000-2000 \uD55C'],
    ],
  ])('are accepted %s', (_, words, expected) => {
    expect(wordsOf(words)).toEqual(expected);
  });

  it.each<[string, unknown, string, string]>([
    ['a typo', [{ word: 'a', strat: 0, end: 1 }], '/0/strat', 'Unknown field "strat"'],
    ['an invalid word', [{ word: ' ', start: 0, end: 1 }], '/0/word', 'to be a word'],
    ['no word at all', [{ start: 0, end: 1 }], '/0/word', 'missing'],
    [
      'a word in another field that is too long',
      [{ text: 'x'.repeat(201), start: 0 }],
      '/0/word',
      'too long',
    ],
    ['an end before the start', [{ text: 'a', startMs: 5, endMs: 3 }], '/0/end', 'is earlier than'],
    ['a word that is not a string', [{ word: 7, start: 0, end: 1 }], '/0/word', 'but got 7'],
    ['an invalid time', [{ word: 'a', start: '1', end: 2 }], '/0/start', 'seconds from 0'],
    ['words without times', [{ word: 'a' }, { word: 'b' }], '', 'no times'],
    ['another document', { hello: 1 }, '', 'not a known word list'],
    ['sentences only', { segments: [{ start: 0, end: 2, text: 'a b' }] }, '', '"captions"'],
  ])('are rejected with %s', (_, words, pointer, message) => {
    expect(read({ words })).toMatchObject({
      ok: false,
      issues: [
        { pointer: `/elements/0/words${pointer}`, message: expect.stringContaining(message) },
      ],
    });
  });
});

describe('text in decomposed form', () => {
  it('is composed wherever it is drawn, and unchanged in names', () => {
    const han = '\u1112\u1161\u11AB';
    const cafe = 'cafe\u0301';
    const config = {
      scenes: [{ duration: 9, id: cafe, elements: [{ type: 'text', text: han }] }],
      elements: [
        {
          type: 'subtitles',
          text: cafe,
          settings: { keywords: [cafe], replace: { [cafe]: cafe } },
        },
      ],
    };
    expect(parseProject(config, OPTIONS)).toMatchObject({
      ok: true,
      project: {
        scenes: [{ id: cafe, elements: [{ text: '\uD55C' }] }],
        subtitles: {
          text: 'caf\u00E9',
          settings: { keywords: ['caf\u00E9'], replace: { [cafe]: 'caf\u00E9' } },
        },
      },
    });
  });
});

describe('captions in JSON', () => {
  const document = { words: [{ word: 'a', start: 1, end: 2 }] };

  it.each([
    ['as an object', document],
    ['as a list', document.words],
    ['as a string', JSON.stringify(document, null, 2)],
  ])('are accepted %s', (_, captions) => {
    expect(read({ captions })).toMatchObject({
      ok: true,
      project: { subtitles: { captions: { text: expect.stringContaining('"word"') } } },
    });
  });

  it.each([
    ['another type', { a: 1 }, 'not a known word list'],
    ['an empty list', [], 'not a known word list'],
    ['truncated', '{"words": [{"wo', 'look like JSON'],
  ])('are rejected if they are %s', (_, captions, message) => {
    expect(read({ captions })).toMatchObject({
      ok: false,
      issues: [{ pointer: '/elements/0/captions', message: expect.stringContaining(message) }],
    });
  });
});
