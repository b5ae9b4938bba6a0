import { readWordJson, readWordList } from './read-word-json.js';
import type { WordJson } from './types.js';

/** Words or sentences as `start-end text`. */
function shown(read: WordJson): string[] {
  if ('problem' in read) return [read.problem];
  const all = 'cues' in read ? read.cues : read.words;
  const tracks = 'cues' in read ? [] : read.words.map(({ track }) => (track ? ` (${track})` : ''));
  return all.map(
    ({ startMs, endMs, text }, at) => `${startMs}-${endMs} ${text}${tracks[at] ?? ''}`,
  );
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
    [
      "Deepgram's channels, of which one is silent",
      {
        results: {
          channels: [
            { alternatives: [{ words: [{ word: 'hi', start: 0.5, end: 0.9 }] }] },
            { alternatives: [] },
            { alternatives: [{ words: [{ word: 'oh', start: 0.6, end: 1 }] }] },
          ],
        },
      },
      ['500-900 hi', '600-1000 oh (1)'],
    ],
    [
      "AWS Transcribe's channels",
      {
        results: {
          channel_labels: {
            channels: [
              {
                items: [{ start_time: '0.5', end_time: '0.9', alternatives: [{ content: 'hi' }] }],
              },
              {
                items: [{ start_time: '0.6', end_time: '1.0', alternatives: [{ content: 'oh' }] }],
              },
            ],
          },
        },
      },
      ['500-900 hi', '600-1000 oh (1)'],
    ],
    [
      'Google with speakers, where the last result repeats all words',
      {
        results: [
          { alternatives: [{ words: [{ word: 'hi', startTime: '0.5s', endTime: '0.9s' }] }] },
          { alternatives: [{ words: [{ word: 'hi', endTime: '0.9s', speakerTag: 1 }] }] },
        ],
      },
      ['0-900 hi'],
    ],
    [
      'Google, whose first word is at 0',
      {
        results: [
          {
            alternatives: [
              {
                words: [
                  { word: 'hi', endTime: { seconds: '0', nanos: 400_000_000 } },
                  { word: 'you', startTime: { seconds: {} }, endTime: { nanos: 'x' } },
                ],
              },
            ],
          },
        ],
      },
      ['0-400 hi', '400-800 you'],
    ],
    [
      'Rev AI, whose elements may have no text',
      {
        monologues: [
          {
            speaker: 0,
            elements: [
              { type: 'punct', value: '-' },
              { type: 'text', value: 'Hi', ts: 0.5, end_ts: 0.9 },
              { type: 'punct' },
              { type: 'punct', value: '.' },
            ],
          },
        ],
      },
      ['500-900 Hi.'],
    ],
    [
      'a sentence without word times beside others, which shares its time',
      {
        segments: [
          { start: 0.5, end: 1, words: [{ word: 'One', start: 0.5, end: 1 }] },
          { start: 2, end: 3, text: 'and two' },
          { start: 4, end: 5 },
          { start: 6, end: 7, words: [{ word: 'last', start: 6, end: 7 }] },
        ],
      },
      ['500-1000 One', '2000-4000 and', '4000-6000 two', '6000-7000 last'],
    ],
    [
      'letters without times, and letters that are not text',
      {
        characters: ['a', 'b', ' ', 5, 'c'],
        character_start_times_seconds: [0.5, 1, 1.5, 'x', 2],
        character_end_times_seconds: [1, -1, 2, 2, 2.5],
      },
      ['500-2000 ab', '2000-2500 c'],
    ],
    [
      "Cartesia's lists, of which one is missing",
      { word_timestamps: { words: ['Hello'], start: [0.5] } },
      [expect.stringMatching(/^The JSON is not a known word list/)],
    ],
    [
      "Azure's word boundaries of other clients",
      {
        Metadata: [
          { Type: 'WordBoundary', Data: { Offset: 5_000_000, Duration: 4_000_000, Text: 'Hello' } },
          { Type: 'WordBoundary', Data: 'lost' },
        ],
      },
      ['500-900 Hello'],
    ],
    [
      "YouTube's json3 with pieces that have no text",
      {
        events: [
          { tStartMs: 0, segs: [{ utf8: 5 }] },
          { tStartMs: 300, segs: [{ utf8: 'hi', tOffsetMs: 0 }, { tOffsetMs: 9 }] },
        ],
      },
      ['300-700 hi'],
    ],
    [
      'Gentle, whose offsets are letters',
      { words: [{ word: 'hi', startOffset: 0, endOffset: 2, start: 0.5, end: 0.9 }] },
      ['500-900 hi'],
    ],
    [
      'a document in more wrappers than are opened',
      { data: { data: { data: { data: { words: [{ word: 'hi', start: 0, end: 1 }] } } } } },
      [expect.stringMatching(/^The JSON is not a known word list/)],
    ],
    [
      'pieces of two speakers',
      [
        { word: ' un', start: 0, end: 0.2, speaker: 'a' },
        { word: 'der', start: 0.2, end: 0.4, speaker: 'a' },
        { word: 'oh', start: 0.4, end: 0.6, speaker: 'b' },
        { word: 'no', start: 0.6, end: 0.8 },
      ],
      ['0-400 under', '400-600 oh (1)', '600-800 no (1)'],
    ],
    [
      'words that begin with a capital behind a full stop',
      [
        { word: ' Mr.', start: 0, end: 0.2 },
        { word: 'Fox', start: 0.2, end: 0.4 },
        { word: ' Go.', start: 0.4, end: 0.6 },
        { word: 'Now', start: 0.7, end: 0.9 },
      ],
      ['0-400 Mr.Fox', '400-600 Go.', '700-900 Now'],
    ],
    [
      'a text whose lower case is longer',
      { text: '\u0130zmir, hi.', words: [{ word: '\u0130zmir', start: 0, end: 1 }] },
      ['0-1000 \u0130zmir'],
    ],
    [
      'words that the text lacks',
      {
        text: 'Hi, you.',
        words: [
          { word: 'Hi', start: 0, end: 1 },
          { word: 'we', start: 1, end: 2 },
        ],
      },
      ['0-1000 Hi', '1000-2000 we'],
    ],
    [
      'words without times behind a word without a duration',
      [
        { word: 'a', start: 1, end: 1 },
        { word: 'b' },
        { word: 'c', start: 2, end: 2.5 },
        { word: 'd', start: 2.5 },
        { word: 'e', start: 2.5, end: 3 },
      ],
      ['1000-1500 a', '1500-2000 b', '2000-2500 c', '2500-2750 d', '2750-3000 e'],
    ],
  ])('reads %s', (_what, document, words) => {
    expect(shown(readWordJson(document))).toEqual(words);
  });

  it('notes words that it estimates or cuts', () => {
    const long = { word: 'x'.repeat(300), start: 1, end: 2 };
    const notesOf = (...words: object[]) => readWordList([...words, long]);
    expect(notesOf({ word: 'a' })).toMatchObject({
      notes: [
        '1 word has no times and takes the time between its neighbors.',
        '1 word is longer than 200 characters and cut off.',
      ],
    });
    expect(notesOf({ word: 'a' }, { word: 'b' }, long)).toMatchObject({
      notes: [
        '2 words have no times and share the time between their neighbors.',
        '2 words are longer than 200 characters and cut off.',
      ],
    });
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
