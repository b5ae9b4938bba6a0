import type { Timeline } from '../api/index.js';
import { VideoDocument } from '../document/video-document.js';
import { findWords, replaceFound } from './find-words.js';
import { merged, removed, retimed, retyped, split } from './transcript.js';
import { homesOf } from './word-homes.js';
import { writeCorrections, writingOf } from './write-correction.js';

const WORDS = [
  { word: 'Helo', start: 1, end: 1.5, track: 0 },
  { word: 'big,', start: 1.5, end: 2, track: 0 },
  { word: 'wide', start: 2, end: 2.4, track: 0 },
  { word: 'world.', start: 2.4, end: 3, track: 0 },
];
const OWN = WORDS.map(({ word, start, end }) => ({ word, start: start - 1, end: end - 1 }));

function transcriptOf(video: VideoDocument) {
  const sounds = [{ pointer: '/scenes/0/elements/0', start: 1, end: 4, is_speech: true }];
  const timeline = { words: WORDS, sounds } as unknown as Timeline;
  return { words: WORDS, homes: homesOf(video.value.value, timeline) };
}

const documentOf = (value: unknown) => new VideoDocument(JSON.stringify(value, null, 2));
const withClip = (fields: object) =>
  documentOf({
    scenes: [{ elements: [{ type: 'audio', src: 'a', ...fields }] }],
    elements: [{ type: 'subtitles', settings: { style: 'pop' } }],
  });

describe('corrections of a script', () => {
  const text = 'Helo big,  wide world.';
  const corrected = (edit: (words: typeof WORDS) => Parameters<typeof writingOf>[1]) => {
    const video = withClip({ text });
    const transcript = transcriptOf(video);
    const splice = edit(WORDS);
    const writing = writingOf(transcript, splice);
    writeCorrections(video, transcript, [splice]);
    return { writing, script: video.valueAt('/scenes/0/elements/0/text'), video };
  };

  it.each([
    ['retyped', (words: typeof WORDS) => retyped(words, 0, 'Hello'), 'Hello big,  wide world.'],
    ['split', (words: typeof WORDS) => split(words, 3, 2), 'Helo big,  wide wo rld.'],
    ['joined', (words: typeof WORDS) => merged(words, 2), 'Helo big,  wideworld.'],
    ['removed', () => removed(2), 'Helo big, world.'],
    ['removed at the start', () => removed(0), 'big,  wide world.'],
  ])('are written into it when words are %s', (_, edit, expected) => {
    const { writing, script } = corrected(edit);
    expect([writing, script]).toEqual(['script', expected]);
  });

  it('need a list of all words for times', () => {
    const { writing, video, script } = corrected((words) => retimed(words, 1, 1.6, 1.9));
    expect([writing, script]).toEqual(['all-words', text]);
    const words = video.valueAt('/elements/0/words') as object[];
    expect(words[1]).toEqual({ word: 'big,', start: 1.6, end: 1.9 });
    expect(words).toHaveLength(4);
    // A word is a line.
    expect(video.text.value).toContain('\n        { "word": "wide", "start": 2, "end": 2.4 },\n');
    video.undo();
    expect(video.valueAt('/elements/0/words')).toBeUndefined();
  });
});

describe('corrections of a list of words', () => {
  it('change its items, at their own times', () => {
    const video = withClip({ words: OWN });
    const transcript = transcriptOf(video);
    writeCorrections(video, transcript, [retimed(WORDS, 1, 1.7, 2), retyped(WORDS, 0, 'Hello')]);
    const words = video.valueAt('/scenes/0/elements/0/words') as object[];
    expect(words.slice(0, 2)).toEqual([
      { word: 'Hello', start: 0, end: 0.5 },
      { word: 'big,', start: 0.7, end: 1 },
    ]);
  });

  it('follow the speed of the clip', () => {
    const fast = OWN.map((item) => ({ ...item, start: item.start * 2, end: item.end * 2 }));
    const video = withClip({ words: fast, speed: 2 });
    writeCorrections(video, transcriptOf(video), [retimed(WORDS, 1, 1.6, 2)]);
    const words = video.valueAt('/scenes/0/elements/0/words') as object[];
    expect(words[1]).toEqual({ word: 'big,', start: 1.2, end: 2 });
  });

  it('divide and join the times of words that are divided and joined', () => {
    const video = withClip({ words: OWN });
    writeCorrections(video, transcriptOf(video), [split(WORDS, 0, 2), merged(WORDS, 2)]);
    expect(video.valueAt('/scenes/0/elements/0/words')).toEqual([
      { word: 'He', start: 0, end: 0.25 },
      { word: 'lo', start: 0.25, end: 0.5 },
      { word: 'big,', start: 0.5, end: 1 },
      { word: 'wideworld.', start: 1, end: 2 },
    ]);
  });
});

describe('corrections of words that are written nowhere', () => {
  it('move the subtitles of a scene to the video, and replace the file', () => {
    const settings = { offset: 2 };
    const video = documentOf({
      scenes: [{ elements: [{ type: 'subtitles', captions: 'asset:1', settings }] }],
    });
    const transcript = transcriptOf(video);
    expect(writingOf(transcript, retyped(WORDS, 0, 'Hello'))).toBe('all-words');
    writeCorrections(video, transcript, [retyped(WORDS, 0, 'Hello')]);
    expect(video.value.value).toMatchObject({
      scenes: [{ elements: [] }],
      elements: [
        { type: 'subtitles', settings: { offset: 0 }, words: [{ word: 'Hello' }, {}, {}, {}] },
      ],
    });
    expect(video.valueAt('/elements/0/captions')).toBeUndefined();
  });

  it('do nothing while the text is not JSON', () => {
    const video = new VideoDocument('{ "scenes": [');
    expect(writeCorrections(video, { words: WORDS, homes: [] }, [removed(0)])).toBe(false);
  });
});

describe('finding words', () => {
  it('finds phrases without case and punctuation, and keeps punctuation', () => {
    expect(findWords(WORDS, 'BIG wide')).toEqual([{ from: 1, count: 2 }]);
    expect(findWords(WORDS, ' ')).toEqual([]);
    const [found] = findWords(WORDS, 'wide world');
    const splice = replaceFound(WORDS, found!, 'small town');
    expect(splice).toMatchObject({ from: 2, count: 2, hasTimes: false });
    expect(splice.words.map(({ word }) => word)).toEqual(['small', 'town.']);
    expect(splice.words.at(-1)!.end).toBe(3);
    expect(replaceFound(WORDS, found!, '').words).toEqual([]);
  });
});
