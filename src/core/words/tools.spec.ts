import { readWordJson, readWordList } from './read-word-json.js';
import type { WordJson } from './types.js';

/** Words or sentences as `start-end text`. */
function shown(read: WordJson): string[] {
  if ('problem' in read) return [read.problem];
  const all = 'cues' in read ? read.cues : read.words;
  return all.map(({ startMs, endMs, text }) => `${startMs}-${endMs} ${text}`);
}

describe('readWordJson', () => {
  it.each<[string, unknown, string[]]>([
    [
      'DeepSpeech, which returns durations',
      {
        transcripts: [
          {
            words: [
              { word: 'hello', start_time: 0.5, duration: 0.4 },
              { word: 'you', start_time: 2, duration: 0.1 },
            ],
          },
        ],
      },
      ['500-900 hello', '2000-2100 you'],
    ],
    [
      "Premiere's transcript",
      {
        segments: [
          {
            start: 0.5,
            duration: 2,
            words: [
              { text: 'Hello', start: 0.5, duration: 0.3, eos: false },
              { text: 'there.', start: 1.5, duration: 0.4 },
            ],
          },
        ],
      },
      ['500-800 Hello', '1500-1900 there.'],
    ],
    [
      'youtube-transcript-api, whose entries are sentences',
      [
        { text: 'Hey there friends', start: 0.5, duration: 1.8 },
        { text: 'welcome back', start: 2.5, duration: 2 },
      ],
      ['500-2300 Hey there friends', '2500-4500 welcome back'],
    ],
    [
      'sentences without an end',
      [
        { text: 'Hey there friends', start: 0.5 },
        { text: 'welcome back', start: 2.5 },
      ],
      ['500-2500 Hey there friends', '2500-5500 welcome back'],
    ],
    [
      "YouTube's json3 with words",
      {
        wireMagic: 'pb3',
        events: [
          { tStartMs: 0, dDurationMs: 8000, id: 1 },
          {
            tStartMs: 300,
            dDurationMs: 2500,
            segs: [{ utf8: 'hello' }, { utf8: ' my', tOffsetMs: 400 }],
          },
          { tStartMs: 1290, aAppend: 1, segs: [{ utf8: '\n' }] },
          { tStartMs: 1300, segs: [{ utf8: 'bread' }] },
        ],
      },
      ['300-700 hello', '700-1300 my', '1300-1700 bread'],
    ],
    [
      "YouTube's json3 without words",
      { events: [{ tStartMs: 300, dDurationMs: 2500, segs: [{ utf8: 'hello my\nfriends' }] }] },
      ['300-2800 hello my\nfriends'],
    ],
    [
      'Soniox',
      {
        text: 'Beautiful day.',
        tokens: [
          { text: 'Beau', start_ms: 500, end_ms: 700 },
          { text: 'tiful', start_ms: 700, end_ms: 900 },
          { text: ' day', start_ms: 1000, end_ms: 1200 },
          { text: '.', start_ms: 1200, end_ms: 1250 },
        ],
      },
      ['500-900 Beautiful', '1000-1250 day.'],
    ],
    [
      'Kokoro',
      {
        timestamps: [
          { word: 'Hello', start_time: 0.275, end_time: 0.6 },
          { word: 'world', start_time: 0.6, end_time: 1.1 },
          { word: '!', start_time: 1.1, end_time: 1.3 },
        ],
      },
      ['275-600 Hello', '600-1300 world!'],
    ],
    [
      'Cartesia',
      {
        type: 'timestamps',
        word_timestamps: { words: ['Hello', 'world'], start: [0.5, 1.2], end: [1, 1.6] },
      },
      ['500-1000 Hello', '1200-1600 world'],
    ],
    [
      "Azure's word boundaries",
      {
        Metadata: [
          {
            Type: 'WordBoundary',
            Data: { Offset: 5_000_000, Duration: 4_000_000, text: { Text: 'Hello', Length: 5 } },
          },
          { Type: 'SessionEnd', Data: { Offset: 9_000_000 } },
        ],
      },
      ['500-900 Hello'],
    ],
    [
      'NeMo',
      {
        text: 'hi there',
        timestamp: {
          word: [
            { word: 'hi', start_offset: 6, end_offset: 10, start: 0.5, end: 0.8 },
            { word: 'there', start_offset: 12, end_offset: 20, start: 1, end: 1.6 },
          ],
        },
      },
      ['500-800 hi', '1000-1600 there'],
    ],
    [
      'podcast transcripts',
      {
        version: '1.0.0',
        segments: [
          { speaker: 'D', startTime: 0.5, endTime: 0.75, body: 'And' },
          { speaker: 'D', startTime: 1, endTime: 1.5, body: 'then' },
        ],
      },
      ['500-750 And', '1000-1500 then'],
    ],
    [
      'a sentence in which times go back, which whisper.cpp and WhisperX sometimes write',
      {
        segments: [
          {
            start: 0.5,
            end: 3,
            words: [
              { word: 'One', start: 0.5, end: 0.9 },
              { word: 'two', start: 1, end: 1.4 },
              { word: 'three', start: 0.2, end: 0.3 },
              { word: 'four', start: 2, end: 2.4 },
            ],
          },
        ],
      },
      ['500-900 One', '1000-1400 two', '1400-2000 three', '2000-2400 four'],
    ],
  ])('reads %s', (_what, document, words) => {
    expect(shown(readWordJson(document))).toEqual(words);
  });

  it('reads whole numbers as milliseconds when words cannot last that many seconds', () => {
    const read = readWordList([
      { word: 'Hi', start: 500, end: 900 },
      { word: 'there', start: 1200, end: 1600 },
    ]);
    expect(shown(read)).toEqual(['500-900 Hi', '1200-1600 there']);
    expect(read).toMatchObject({
      notes: ['The times are whole numbers, and are read as milliseconds.'],
    });
  });

  it('keeps whole seconds of phrases', () => {
    expect(shown(readWordList([{ word: 'a long phrase', start: 0, end: 30 }]))).toEqual([
      '0-30000 a long phrase',
    ]);
  });
});
