import { captionSettings, evenWords, readPages } from '../../../../test/support/captions.js';
import type { TimedWord } from '../../timing/types.js';
import { buildPages } from './build-pages.js';
import { sortByPhrase } from './interleave-tracks.js';
import { timePages } from './time-pages.js';
import { writeAssFile } from '../write/write-ass-file.js';
import { writeSrt } from '../write/write-srt.js';
import { writeTranscript } from '../write/write-transcript.js';

const frame = { width: 1920, height: 1080 };
const FPS = { num: 30, den: 1 };
const on = (track: number, words: readonly TimedWord[]) =>
  words.map((word) => ({ ...word, track }));

/** Two scenes joined by a transition: the second starts to speak before the first ends. */
const first = on(0, evenWords('Our first stop is the old harbour.', 400, 350));
const second = on(1, evenWords('Next we climb up to the castle.', 400, 350, 2200));
const pagesOf = (words: readonly TimedWord[]) =>
  buildPages(sortByPhrase(words), {
    settings: captionSettings(),
    frame,
    measure: (text) => text.length * 20,
  });

describe('words of clips that overlap', () => {
  const pages = pagesOf([...first, ...second]);

  it('are on separate pages, each visible until the next speaker starts', () => {
    expect(readPages(pages)).toEqual([
      'Our first stop is / the old harbour.',
      'Next we climb up / to the castle.',
    ]);
    expect(pages.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 2200],
      [2200, 5450],
    ]);
  });

  it('are written phrase by phrase in every sidecar file', () => {
    const text = 'Our first stop is the old harbour. Next we climb up to the castle.';
    const words = sortByPhrase([...first, ...second]);
    const transcript = JSON.parse(
      writeTranscript({ words, method: 'given', warnings: [] }, 'en'),
    ) as { text: string; words: { word: string; start: number }[] };
    expect(transcript.text).toBe(text);
    expect(transcript.words.map(({ word }) => word).join(' ')).toBe(text);
    // No words were moved.
    expect(transcript.words.map(({ start }) => start * 1000)).toEqual(
      [...first, ...second].map(({ startMs }) => startMs),
    );
    expect(writeSrt(pages)).toContain('Our first stop is\nthe old harbour.\n');
    const ass = writeAssFile(pages, captionSettings(), frame, 'en');
    expect(ass).toContain('{\\k20}old {\\k0}harbour.');
  });

  it('are highlighted on their page, in their frames', () => {
    const [one, other] = timePages(pages, FPS, 300);
    expect([one!.startFrame, one!.endFrame, other!.startFrame]).toEqual([0, 66, 66]);
    expect(one!.words.map(({ startFrame }) => startFrame)).toEqual([0, 12, 24, 36, 48, 60, 66]);
    expect(other!.words[0]).toEqual({ startFrame: 66, endFrame: 78 });
  });

  it('are each visible for a moment even if they start together', () => {
    const duet = pagesOf([
      ...on(0, evenWords('Yes we do.')),
      ...on(1, evenWords('No you do not.')),
    ]);
    expect(duet.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 300],
      [300, 1650],
    ]);
    const [one, other] = timePages(duet, FPS, 300);
    expect([one!.startFrame, one!.endFrame, other!.startFrame]).toEqual([0, 9, 9]);
    expect(other!.words[0]).toEqual({ startFrame: 9, endFrame: 9 });
    expect(writeAssFile(duet, captionSettings(), frame, 'en')).toContain('0:00:00.30,');
  });

  it('lets a speaker interrupt another and be interrupted', () => {
    const long = on(
      0,
      evenWords('I really think that we should go there. So let us go.', 300, 280),
    );
    const short = on(1, evenWords('No!', 300, 280, 1100));
    const shown = pagesOf([...long, ...short]);
    expect(readPages(shown)).toEqual([
      'I really / think that we',
      'No!',
      'should go there.',
      'So let us go.',
    ]);
    expect(shown.map(({ startMs }) => startMs)).toEqual([0, 1100, 1500, 2400]);
  });
});
