import { VideoDocument } from '../../document/video-document.js';
import { areWritten, findSubtitles, limitedWord, writeWord, writeWords } from './word-edits.js';

const WORDS = [
  { word: 'One', start: 1, end: 1.4, track: 0 },
  { word: 'two', start: 1.5, end: 1.9, track: 0 },
  { word: 'three.', start: 2, end: 2.6, track: 0 },
];
const SCENES = [
  { pointer: '/scenes/0', start: 0, end: 1, start_frame: 0, end_frame: 30, transition_seconds: 0 },
  {
    pointer: '/scenes/1',
    start: 1,
    end: 5,
    start_frame: 30,
    end_frame: 150,
    transition_seconds: 0,
  },
];

const documentOf = (value: object) => new VideoDocument(JSON.stringify(value, null, 2));

describe('writeWords', () => {
  it('writes a line for each word, instead of the script, and is undone as one change', () => {
    const video = documentOf({
      scenes: [{}],
      elements: [{ type: 'subtitles', text: 'One two three.' }],
    });
    const before = video.text.value;
    const subtitles = findSubtitles(video.value.value, SCENES)!;
    expect(areWritten(subtitles, WORDS)).toBe(false);
    writeWords(video, subtitles, WORDS);
    expect(video.text.value).toContain('        { "word": "two", "start": 1.5, "end": 1.9 },\n');
    const written = findSubtitles(video.value.value, SCENES)!;
    expect(written.element).not.toHaveProperty('text');
    expect(areWritten(written, WORDS)).toBe(true);
    video.undo();
    expect(video.text.value).toBe(before);
  });

  it('leaves out the offset of a caption file, which the times include', () => {
    const element = {
      type: 'subtitles',
      captions: 'https://example.com/a.srt',
      settings: { offset: 2 },
    };
    const video = documentOf({ elements: [element] });
    writeWords(video, findSubtitles(video.value.value, SCENES)!, WORDS);
    expect(video.valueAt('/elements/0/settings')).toEqual({});
    expect(video.valueAt('/elements/0/captions')).toBeUndefined();
  });

  it('counts from the scene of the captions, and names speakers if there are several', () => {
    const video = documentOf({ scenes: [{}, { elements: [{ type: 'subtitles' }] }] });
    const words = [WORDS[0]!, { ...WORDS[1]!, track: 1 }];
    writeWords(video, findSubtitles(video.value.value, SCENES)!, words);
    expect(video.valueAt('/scenes/1/elements/0/words')).toEqual([
      { word: 'One', start: 0, end: 0.4, speaker: '1' },
      { word: 'two', start: 0.5, end: 0.9, speaker: '2' },
    ]);
  });
});

describe('writeWord', () => {
  it('changes the times of one word, and joins nudges of it', () => {
    const video = documentOf({ elements: [{ type: 'subtitles' }] });
    writeWords(video, findSubtitles(video.value.value, SCENES)!, WORDS);
    const before = video.text.value;
    for (const start of [1.51, 1.52]) {
      writeWord(video, findSubtitles(video.value.value, SCENES)!, 1, { start, end: start + 0.4 });
    }
    expect(video.text.value).toContain('{ "word": "two", "start": 1.52, "end": 1.92 },\n');
    video.undo();
    expect(video.text.value).toBe(before);
  });
});

describe('limitedWord', () => {
  it('keeps a word between the starts of its neighbors', () => {
    expect(limitedWord(WORDS, 1, { start: 0.2, end: 0.6 })).toEqual({ start: 1.001, end: 1.401 });
    expect(limitedWord(WORDS, 1, { start: 3, end: 3.4 })).toEqual({ start: 1.999, end: 2.399 });
    expect(limitedWord(WORDS, 1, { start: 1.5, end: 1.2 })).toEqual({ start: 1.5, end: 1.501 });
  });
});
