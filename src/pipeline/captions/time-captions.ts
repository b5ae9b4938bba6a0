import { sortByPhrase } from '../../core/captions/paging/interleave-tracks.js';
import type { CaptionCue } from '../../core/captions/cues/caption-cue.js';
import type { SubtitlesElement, WordList } from '../../core/project/types/index.js';
import { samplesOfMs } from '../../core/time/time.js';
import type { SoundClip, Timeline } from '../../core/timeline/types.js';
import { trimGivenWords } from '../../core/timing/trim-given-words.js';
import type { TimedWord, TimingMethod, WordTiming } from '../../core/timing/types.js';
import type { WordTimer } from '../../engine/subtitle-timing/word-timer.js';
import { playedSpeech, SPEECH_RATIO, type SpeechOf } from '../sound/played-speech.js';
import { timeCues } from './time-cues.js';

/**
 * The words of a video with absolute times: from the subtitles element when it has words, captions or
 * a script of its own, else from each clip that speaks.
 */
export async function timeCaptions(
  subtitles: SubtitlesElement & { readonly cues: readonly CaptionCue[] | null },
  timeline: Timeline,
  timer: WordTimer,
  speechOf: SpeechOf,
  onClip: (done: number, of: number) => void,
  signal: AbortSignal,
): Promise<WordTiming> {
  const scene = subtitles.sceneIndex === null ? null : timeline.scenes[subtitles.sceneIndex]!;
  const span = scene ?? { startSample: 0, endSample: timeline.totalSamples };
  const clips = timeline.sounds.filter(
    (clip) =>
      clip.speech !== null &&
      clip.startSample < span.endSample &&
      (scene === null || clip.sceneIndex === scene.index),
  );

  const { text, words, cues, language, pointer, settings } = subtitles;
  if (words !== null) {
    const name = subtitles.captions === null ? 'words' : 'captions';
    return startingAt(span, given(words, span, `${pointer}/${name}`));
  }
  if (cues !== null) {
    const timing = await timeCues(cues, {
      speech: clips.length > 0 ? await speechTrack(clips, span, speechOf) : null,
      durationMs: (span.endSample - span.startSample) / samplesOfMs(1),
      offsetMs: settings.offsetMs,
      language,
      timer,
      signal,
      onCue: onClip,
      pointer: `${pointer}/captions`,
    });
    return startingAt(span, timing);
  }
  if (text !== null) {
    const samples = await speechTrack(clips, span, speechOf);
    const timing = await timer.time({ samples, text, language, pointer, signal });
    onClip(1, 1);
    return startingAt(span, timing);
  }

  const timings: WordTiming[] = [];
  for (const [index, clip] of clips.entries()) {
    const { speech } = clip;
    const timing = speech!.words
      ? given(speech!.words, clip, `${clip.pointer}/words`)
      : await timer.time({
          samples: playedSpeech(clip, await speechOf(clip, 1), 1),
          text: speech!.text,
          language: speech!.language ?? language,
          pointer: clip.pointer,
          signal,
        });
    timings.push(startingAt(clip, atSpeed(clip.speed, timing)));
    onClip(index + 1, clips.length);
  }
  return {
    words: sortByPhrase(onTracks(timings)),
    method: leastExact(timings.map(({ method }) => method)),
    warnings: timings.flatMap((timing) => timing.warnings),
  };
}

/** Each clip's words on tracks of its own: clips that are joined by a transition speak at once. */
function onTracks(timings: readonly WordTiming[]): TimedWord[] {
  let first = 0;
  return timings.flatMap(({ words }) => {
    const tracks = words.map(({ track = 0 }) => first + track);
    first = tracks.reduce((most, track) => Math.max(most, track), first) + 1;
    return words.map((word, index) => ({ ...word, track: tracks[index]! }));
  });
}

/** A stretch of the timeline, in its samples. */
interface Span {
  readonly startSample: number;
  readonly endSample: number;
}

/** Words that came with their times: the sound need not be listened to. */
function given(
  { words, notes }: WordList,
  span: Span & { speed?: number },
  pointer: string,
): WordTiming {
  const { startSample, endSample, speed = 1 } = span;
  const durationMs = ((endSample - startSample) / samplesOfMs(1)) * speed;
  const placed = trimGivenWords(words, durationMs, pointer);
  return {
    words: sortByPhrase(placed.words),
    method: 'given',
    warnings: [...notes.map((note) => `${pointer}: ${note}`), ...placed.warnings],
  };
}

/** Words are timed in the source as it is; a clip that is played faster says them sooner. */
function atSpeed(speed: number, timing: WordTiming): WordTiming {
  if (speed === 1) return timing;
  const words = timing.words.map((word) => ({
    ...word,
    startMs: Math.round(word.startMs / speed),
    endMs: Math.round(word.endMs / speed),
  }));
  return { ...timing, words };
}

function startingAt({ startSample }: Span, timing: WordTiming): WordTiming {
  return { ...timing, words: timing.words.map((word) => shift(word, startSample)) };
}

/** A video is timed as well as its worst clip. */
function leastExact(methods: readonly TimingMethod[]): TimingMethod {
  return (
    (['approximate', 'recognized', 'aligned'] as const).find((method) =>
      methods.includes(method),
    ) ?? 'given'
  );
}

/** All speech of a span on one track, for a script that is spoken over several clips. */
async function speechTrack(
  clips: readonly SoundClip[],
  span: Span,
  speechOf: SpeechOf,
): Promise<Float32Array> {
  const track = new Float32Array(Math.ceil((span.endSample - span.startSample) / SPEECH_RATIO));
  for (const clip of clips) {
    const at = Math.round((clip.startSample - span.startSample) / SPEECH_RATIO);
    const speech = playedSpeech(clip, await speechOf(clip, clip.speed), clip.speed);
    speech.forEach((sample, index) => {
      if (at + index < track.length) track[at + index]! += sample;
    });
  }
  return track;
}

function shift(word: TimedWord, bySamples: number): TimedWord {
  const byMs = Math.round(bySamples / samplesOfMs(1));
  return { ...word, startMs: word.startMs + byMs, endMs: word.endMs + byMs };
}
