import fc from 'fast-check';
import { parseJson, readWordJson, readWordList } from './read-word-json.js';
import type { WordJson } from './types.js';

/** Words as `start-end text`, with the track (from 1) and an unusual space if there is one. */
function shown(read: WordJson): string[] | string {
  if ('problem' in read) return read.problem;
  if ('cues' in read)
    return read.cues.map(({ startMs, endMs, text }) => `${startMs}-${endMs} | ${text}`);
  return read.words.map(
    ({ startMs, endMs, text, track, space }) =>
      `${startMs}-${endMs} ${text}${track ? ` (${track})` : ''}${space === undefined ? '' : space ? ' [space]' : ' [no space]'}`,
  );
}

const notesOf = (read: WordJson) => ('notes' in read ? read.notes : []);

describe('readWordJson', () => {
  it.each<[string, unknown, string[]]>([
    [
      'whisper --word_timestamps True',
      {
        text: " It's $5.99, yes.",
        segments: [
          {
            id: 0,
            seek: 0,
            start: 0,
            end: 2,
            text: " It's $5.99, yes.",
            tokens: [1, 2],
            words: [
              { word: ' It', start: 0, end: 0.2, probability: 0.9 },
              { word: "'s", start: 0.2, end: 0.3, probability: 0.9 },
              { word: ' $', start: 0.3, end: 0.3, probability: 0.9 },
              { word: '5', start: 0.3, end: 0.6, probability: 0.9 },
              { word: '.99,', start: 0.6, end: 1.1, probability: 0.9 },
              { word: ' yes.', start: 1.4, end: 1.8, probability: 0.9 },
            ],
          },
        ],
        language: 'en',
      },
      ["0-300 It's", '300-1100 $5.99,', '1400-1800 yes.'],
    ],
    [
      "OpenAI's verbose_json, whose words have no punctuation",
      {
        task: 'transcribe',
        language: 'english',
        duration: 3.1,
        text: 'Hello, world. It costs $5.99 - "well-made"!',
        words: ['Hello', 'world', 'It', 'costs', '5', '99', 'well', 'made'].map((word, at) => ({
          word,
          start: at / 2,
          end: at / 2 + 0.4,
        })),
      },
      [
        '0-400 Hello,',
        '500-900 world.',
        '1000-1400 It',
        '1500-1900 costs',
        '2000-2400 $5.',
        '2500-2900 99 - [no space]',
        '3000-3400 "well-',
        '3500-3900 made"! [no space]',
      ],
    ],
    [
      'WhisperX, which has no times for numbers',
      {
        segments: [
          {
            start: 416.338,
            end: 417,
            text: 'na 1 juni.',
            words: [
              { word: 'na', start: 416.338, end: 416.498, score: 0.759 },
              { word: '1' },
              { word: 'juni.', start: 416.538, end: 416.778, score: 0.288 },
            ],
          },
        ],
        word_segments: [],
        language: 'nl',
      },
      ['416338-416498 na', '416498-416538 1', '416538-416778 juni.'],
    ],
    [
      'segments of faster-whisper',
      [
        {
          start: 0,
          end: 1,
          text: ' And so',
          words: [
            { start: 0, end: 0.7, word: ' And', probability: 0.7 },
            { start: 0.7, end: 1, word: ' so', probability: 0.7 },
          ],
        },
        {
          start: 1,
          end: 2,
          text: 'Then',
          words: [{ start: 1, end: 1.5, word: 'Then', probability: 0.7 }],
        },
      ],
      ['0-700 And', '700-1000 so', '1000-1500 Then'],
    ],
    [
      'whisper.cpp --output-json-full',
      {
        transcription: [
          {
            timestamps: { from: '00:00:00,000', to: '00:00:01,000' },
            offsets: { from: 0, to: 1000 },
            text: " That's",
            tokens: [
              { text: '[_BEG_]', offsets: { from: 0, to: 0 }, id: 50364, p: 0.9, t_dtw: -1 },
              { text: ' That', offsets: { from: 220, to: 410 }, id: 843, p: 0.6, t_dtw: -1 },
              { text: "'s", offsets: { from: 410, to: 500 }, id: 523, p: 0.9, t_dtw: -1 },
              { text: ' you', id: 291, p: 0.96, t_dtw: -1 },
              { text: '.', offsets: { from: 600, to: 640 }, id: 13, p: 0.9, t_dtw: -1 },
            ],
          },
        ],
      },
      ["220-500 That's", '500-900 you.'],
    ],
    [
      'Deepgram',
      {
        metadata: { request_id: 'x' },
        results: {
          channels: [
            {
              alternatives: [
                {
                  transcript: 'Hello. Yes',
                  confidence: 0.9,
                  words: [
                    {
                      word: 'hello',
                      start: 0.08,
                      end: 0.32,
                      confidence: 0.9,
                      punctuated_word: 'Hello.',
                      speaker: 0,
                    },
                    {
                      word: 'yes',
                      start: 0.4,
                      end: 0.9,
                      confidence: 0.9,
                      punctuated_word: 'Yes',
                      speaker: 1,
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
      ['80-320 Hello.', '400-900 Yes (1)'],
    ],
    [
      'AssemblyAI, in milliseconds',
      {
        id: 'x',
        status: 'completed',
        audio_url: 'https://a/b.mp3',
        text: 'Smoke from',
        words: [
          { text: 'Smoke', start: 250, end: 650, confidence: 0.97, speaker: null },
          { text: 'from', start: 730, end: 1022, confidence: 0.99, speaker: null },
        ],
        utterances: [{ start: 250, end: 1022, words: [{ text: 'Smoke', start: 250, end: 650 }] }],
      },
      ['250-650 Smoke', '730-1022 from'],
    ],
    [
      "ElevenLabs' with-timestamps",
      {
        audio_base64: 'AAAA',
        alignment: {
          characters: Array.from('Hi you—me'),
          character_start_times_seconds: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
          character_end_times_seconds: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
        },
      },
      ['0-200 Hi', '300-700 you—', '700-900 me [no space]'],
    ],
    [
      "ElevenLabs' Scribe, with spaces and laughter",
      {
        language_code: 'en',
        language_probability: 0.98,
        text: 'Hello there (laughter)',
        words: [
          {
            text: 'Hello',
            start: 0,
            end: 0.5,
            type: 'word',
            speaker_id: 'speaker_0',
            logprob: -0.1,
          },
          { text: ' ', start: 0.5, end: 0.6, type: 'spacing', speaker_id: 'speaker_0' },
          { text: 'there', start: 0.6, end: 0.9, type: 'word', speaker_id: 'speaker_0' },
          { text: '(laughter)', start: 1, end: 2, type: 'audio_event', speaker_id: 'speaker_0' },
        ],
      },
      ['0-500 Hello', '600-900 there'],
    ],
    [
      "Azure's detailed format, in ticks of 100 ns",
      {
        RecognitionStatus: 'Success',
        Offset: 1_000_000,
        Duration: 9_000_000,
        DisplayText: 'Hi, you.',
        NBest: [
          {
            Confidence: 0.9,
            Lexical: 'hi you',
            ITN: 'hi you',
            Display: 'Hi, you.',
            Words: [
              { Word: 'hi', Offset: 1_000_000, Duration: 3_000_000 },
              { Word: 'you', Offset: 5_000_000, Duration: 4_000_000 },
            ],
          },
        ],
      },
      ['100-400 Hi,', '500-900 you.'],
    ],
    [
      "Azure's batch transcription",
      {
        recognizedPhrases: [
          {
            recognitionStatus: 'Success',
            channel: 0,
            offset: 'PT0.07S',
            duration: 'PT1S',
            nBest: [
              {
                display: 'Hello world.',
                words: [
                  {
                    word: 'hello',
                    offset: 'PT0.09S',
                    duration: 'PT0.48S',
                    offsetInTicks: 900_000,
                    durationInTicks: 4_800_000,
                  },
                  {
                    word: 'world',
                    offset: 'PT0.59S',
                    duration: 'PT0.16S',
                    offsetInTicks: 5_900_000,
                    durationInTicks: 1_600_000,
                  },
                ],
              },
            ],
          },
        ],
      },
      ['90-570 Hello', '590-750 world.'],
    ],
    [
      "Azure's fast transcription",
      {
        durationMilliseconds: 2000,
        phrases: [
          {
            offsetMilliseconds: 40,
            durationMilliseconds: 700,
            text: 'Good day.',
            words: [
              { text: 'Good', offsetMilliseconds: 40, durationMilliseconds: 240 },
              { text: 'day.', offsetMilliseconds: 280, durationMilliseconds: 400 },
            ],
          },
        ],
      },
      ['40-280 Good', '280-680 day.'],
    ],
    [
      'Google, which omits a time of 0',
      {
        results: [
          {
            alternatives: [
              {
                transcript: 'so it',
                words: [
                  { word: 'so', endTime: '0.400s' },
                  { word: 'it', startTime: '0.400s', endTime: '1.200s' },
                ],
              },
            ],
          },
        ],
      },
      ['0-400 so', '400-1200 it'],
    ],
    [
      'AWS Transcribe',
      {
        jobName: 'x',
        results: {
          transcripts: [{ transcript: 'Hi, you.' }],
          items: [
            {
              start_time: '0.04',
              end_time: '0.3',
              alternatives: [{ confidence: '1.0', content: 'Hi' }],
              type: 'pronunciation',
            },
            { alternatives: [{ confidence: '0.0', content: ',' }], type: 'punctuation' },
            {
              start_time: '0.4',
              end_time: '0.9',
              alternatives: [{ confidence: '1.0', content: 'you' }],
              type: 'pronunciation',
            },
            { alternatives: [{ confidence: '0.0', content: '.' }], type: 'punctuation' },
          ],
        },
      },
      ['40-300 Hi,', '400-900 you.'],
    ],
    [
      'Rev AI',
      {
        monologues: [
          {
            speaker: 0,
            elements: [
              { type: 'text', value: 'Hi', ts: 0.27, end_ts: 0.48, confidence: 1 },
              { type: 'punct', value: ', ' },
              { type: 'text', value: 'my', ts: 0.51, end_ts: 0.66, confidence: 1 },
              { type: 'punct', value: '.' },
            ],
          },
        ],
      },
      ['270-480 Hi,', '510-660 my.'],
    ],
    [
      'Speechmatics',
      {
        format: '2.9',
        results: [
          {
            type: 'word',
            start_time: 0.1,
            end_time: 0.5,
            alternatives: [{ content: 'Hello', confidence: 1, speaker: 'S1' }],
          },
          {
            type: 'punctuation',
            start_time: 0.5,
            end_time: 0.5,
            is_eos: true,
            attaches_to: 'previous',
            alternatives: [{ content: '.', confidence: 1, speaker: 'S1' }],
          },
        ],
      },
      ['100-500 Hello.'],
    ],
    [
      'Gladia, whose first words have no space',
      {
        status: 'done',
        result: {
          transcription: {
            utterances: [
              {
                words: [
                  { word: 'Split', start: 0.21, end: 0.69, confidence: 1 },
                  { word: ' infinity', start: 0.91, end: 1.55, confidence: 1 },
                ],
              },
              {
                words: [
                  { word: 'In', start: 1.6, end: 1.8, confidence: 1 },
                  { word: ' time.', start: 1.8, end: 2, confidence: 1 },
                ],
              },
            ],
          },
        },
      },
      ['210-690 Split', '910-1550 infinity', '1600-1800 In', '1800-2000 time.'],
    ],
    [
      'Transformers',
      {
        text: ' Hi you',
        chunks: [
          { text: ' Hi', timestamp: [0, 0.4] },
          { text: ' you', timestamp: [0.4, 0.9] },
        ],
      },
      ['0-400 Hi', '400-900 you'],
    ],
    [
      'Vosk',
      { result: [{ conf: 1, start: 0.1, end: 0.4, word: 'hi' }], text: 'hi' },
      ['100-400 hi'],
    ],
    [
      'the transcript of the service, in its envelope',
      {
        success: true,
        data: {
          id: 'x',
          language: 'en',
          method: 'aligned',
          text: 'wait—what',
          words: [
            { word: 'wait—', start: 0.1, end: 0.4, confidence: 0.9 },
            { word: 'what', start: 0.4, end: 0.8, confidence: null, space: false },
          ],
        },
      },
      ['100-400 wait—', '400-800 what [no space]'],
    ],
  ])('reads %s', (_, document, words) => {
    expect(shown(readWordJson(document))).toEqual(words);
  });

  it('returns sentences as cues when words have no times', () => {
    const segments = [{ id: 0, start: 0.5, end: 2, text: ' Hello there, world.' }];
    const cues = ['500-2000 |  Hello there, world.'];
    expect(shown(readWordJson({ text: '', segments }))).toEqual(cues);
    expect(shown(readWordJson(segments))).toEqual(cues);
  });

  it('notes what it left out and what it estimated', () => {
    const words = [
      { text: 'Well', start: 0, end: 0.5, type: 'word' },
      { text: '(laughter)', start: 1, end: 2, type: 'audio_event' },
      { text: '42', type: 'word' },
      { text: 'yes', start: 3, end: 3.5, type: 'word' },
    ];
    expect(notesOf(readWordJson({ words }))).toEqual([
      '1 sound that is not a word is left out.',
      '1 word has no times and takes the time between its neighbors.',
    ]);
    const bare = [{ text: 'Smoke', start: 250, end: 650, confidence: 0.9 }];
    expect(shown(readWordList(bare))).toEqual(['250-650 Smoke']);
    expect(notesOf(readWordList(bare))).toEqual([expect.stringContaining('as milliseconds')]);
  });

  it.each([
    ['another value', { scenes: [] }, 'not a known word list'],
    ['a list of numbers', [1, 2], 'not a known word list'],
    ['words without times', { words: [{ word: 'a' }] }, 'have no times'],
    ['an empty document', null, 'not a known word list'],
    [
      'too many',
      { words: Array.from({ length: 20_001 }, () => ({ word: 'a', start: 0, end: 1 })) },
      'more than 20000',
    ],
  ])('describes the problem with %s', (_, value, words) => {
    expect(readWordJson(value)).toEqual({ problem: expect.stringContaining(words) });
  });

  it('never throws and returns valid words', () => {
    const key = fc.constantFrom(
      ...['words', 'segments', 'results', 'word', 'text', 'start', 'end', 'alternatives', 'NBest'],
      ...[
        'channels',
        'items',
        'monologues',
        'elements',
        'transcription',
        'tokens',
        'offsets',
        'type',
      ],
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.string(),
        fc.double(),
        fc.integer(),
        fc.constant(null),
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('tree'), { maxLength: 4 }),
      object: fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const read = readWordJson(value);
        const words = 'words' in read ? read.words : [];
        for (const { startMs, endMs, text } of words) {
          expect(Number.isInteger(startMs) && endMs > startMs && text !== '').toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('readWordList', () => {
  const list = (...words: [string, number?, number?][]) =>
    shown(readWordList(words.map(([word, start, end]) => ({ word, start, end }))));

  it('fills in missing times', () => {
    expect(list(['a', 0, 0], ['b', 0.5], ['c', 1.2, 1.6], ['d'], ['e', 2, 2])).toEqual([
      '0-500 a',
      '500-1200 b',
      '1200-1600 c',
      '1600-2000 d',
      '2000-2400 e',
    ]);
    expect(list(['one', 1, 1], ['two', 1, 1], ['three', 2, 3])).toEqual([
      '1000-1500 one',
      '1500-2000 two',
      '2000-3000 three',
    ]);
    expect(list(['late', 1], ['later', 9, 10])).toEqual(['1000-3000 late', '9000-10000 later']);
    expect(list(['a'], ['b', 2, 3])).toEqual(['1600-2000 a', '2000-3000 b']);
  });

  it('joins word pieces by their spaces, except in scripts without spaces', () => {
    expect(list([' it', 0, 0.2], ["'s", 0.2, 0.3], [' on', 0.4, 0.5])).toEqual([
      "0-300 it's",
      '400-500 on',
    ]);
    expect(list(['it', 0, 0.2], ["'s", 0.2, 0.3])).toEqual(['0-200 it', "200-300 's"]);
    expect(list([' $', 0, 0.2], ['5', 0.2, 0.3], ['.99', 0.3, 0.5])).toEqual(['0-500 $5.99']);
    expect(list(['一緒', 0, 0.2], ['に', 0.2, 0.3], [' Hello', 0.3, 0.5])).toEqual([
      '0-200 一緒',
      '200-300 に',
      '300-500 Hello [space]',
    ]);
  });

  it('assigns tracks by speaker, or where a list goes back in time', () => {
    const speaking = [
      { word: 'yes', start: 0, end: 1, speaker: 'A' },
      { word: 'no', start: 0.5, end: 0.8, speaker: 'B' },
      { word: 'so', start: 1, end: 1.2 },
    ];
    expect(shown(readWordList(speaking))).toEqual([
      '0-1000 yes',
      '500-800 no (1)',
      '1000-1200 so (1)',
    ]);
    expect(list(['I', 0, 1], ['think', 1, 2], ['no', 1.1, 1.4])).toEqual([
      '0-1000 I',
      '1000-2000 think',
      '1100-1400 no',
    ]);
    expect(list(['I', 0, 1], ['think', 2, 2.5], ['no', 1.1, 1.4])).toEqual([
      '0-1000 I',
      '2000-2500 think',
      '1100-1400 no (1)',
    ]);
    expect(list(['b', 2, 3], ['a', 0, 1])).toEqual(['2000-3000 b', '0-1000 a']);
  });

  it('reads 20,000 words that all go back in time without delay', () => {
    const words = Array.from({ length: 20_000 }, (_, at) => ({
      word: 'a',
      start: 20_000 - at,
      end: 40_000,
    }));
    expect(readWordList(words)).toHaveProperty('words.length', 20_000);
  });
});

describe('parseJson', () => {
  it('parses JSON and JSON Lines, and returns null for caption files', () => {
    expect(parseJson('\uFEFF {"words": []}')).toEqual({ value: { words: [] } });
    expect(
      parseJson('{"time":6,"type":"word","value":"a"}\n{"time":9,"type":"word","value":"b"}\n'),
    ).toMatchObject({ value: { length: 2 } });
    for (const text of ['[Script Info]\n', '{\\an8}Hi', '[00:12.00]Hi', '{"cut": ', '1\n00:00']) {
      expect(parseJson(text)).toBeNull();
    }
  });

  it.each([
    ['{"words":[{"word":"a","word":"b","start":0,"end":1}]}', 'The name "word" at /words/0/word'],
    ['{"a":1}\n{"a":1,"\\u0061":2}', 'Line 2: The name "a" at /a'],
  ])('rejects a duplicate name in an object: %s', (text, problem) => {
    expect(parseJson(text)).toEqual({
      problem: `${problem} occurs twice in its object. Keep one.`,
    });
  });

  it("reads only the words of Polly's speech marks", () => {
    const lines =
      '{"time":0,"type":"sentence","start":0,"end":7,"value":"Hi you."}\n{"time":6,"type":"word","start":0,"end":2,"value":"Hi"}\n{"time":373,"type":"word","start":3,"end":6,"value":"you"}';
    expect(shown(readWordJson((parseJson(lines) as { value: unknown }).value))).toEqual([
      '6-373 Hi',
      '373-773 you',
    ]);
  });
});
