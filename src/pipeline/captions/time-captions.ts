import { sortByPhrase } from '../../core/captions/paging/interleave-tracks.js';
import type { CaptionCue } from '../../core/captions/cues/caption-cue.js';
import type { SubtitlesElement } from '../../core/project/types/index.js';
import { msOfSamples } from '../../core/time/time.js';
import type { SoundClip, Timeline, TimelineScene } from '../../core/timeline/types.js';
import type { TimedWord, TimingMethod, WordTiming } from '../../core/timing/types.js';
import type { TimingRequest } from '../../engine/subtitle-timing/timing-request.js';
import type { SubtitleTimingService } from '../../engine/subtitle-timing/subtitle-timing.service.js';
import { playedSpeech, SPEECH_RATIO, type SpeechOf } from '../sound/played-speech.js';
import { timeCues } from './time-cues.js';

/** The dependencies and callbacks of {@link timeCaptions}. */
export interface CaptionTimingOptions {
  readonly timing: SubtitleTimingService;
  readonly speechOf: SpeechOf;
  /** Called after each clip or cue. */
  readonly onClip: (done: number, count: number) => void;
  /** As in {@link TimingRequest}. */
  readonly onModel?: TimingRequest['onModel'];
  readonly signal: AbortSignal;
}

/** The subtitles element, and the cues of its caption file. */
export type CaptionSource = SubtitlesElement & { readonly cues: readonly CaptionCue[] | null };

/**
 * Times the words of a video, in milliseconds from its start. The words come from the subtitles element
 * if it has words, captions, or a script, and otherwise from the clips with speech.
 */
export async function timeCaptions(
  subtitles: CaptionSource,
  timeline: Timeline,
  options: CaptionTimingOptions,
): Promise<WordTiming> {
  const scene = subtitles.sceneIndex === null ? null : timeline.scenes[subtitles.sceneIndex]!;
  const span = scene ?? { startSample: 0, endSample: timeline.totalSamples };
  const within = scene === null ? 'video' : 'scene';
  const clips = speechClips(timeline, span, scene);
  const { text, words, cues, language, pointer, settings } = subtitles;
  const { timing, speechOf, onClip, signal } = options;
  if (words !== null) {
    const field = subtitles.captions === null ? 'words' : 'captions';
    const givenTiming = timing.timeGiven({
      list: words,
      durationMs: durationOf(span),
      pointer: `${pointer}/${field}`,
      within,
    });
    return startingAt(span, givenTiming);
  }
  if (cues !== null) {
    const cueTiming = await timeCues(cues, {
      speech: clips.length > 0 ? await speechTrack(clips, span, speechOf) : null,
      durationMs: durationOf(span),
      within,
      offsetMs: settings.offsetMs,
      language,
      timing,
      signal,
      onCue: onClip,
      pointer: `${pointer}/captions`,
    });
    return startingAt(span, cueTiming);
  }
  if (text === null) return timeClips(clips, language, options);
  const samples = await speechTrack(clips, span, speechOf);
  const timed = await timing.time({ samples, text, language, pointer, signal });
  onClip(1, 1);
  return startingAt(span, timed);
}

/** The clips with speech that start within a scene, or within the video. */
function speechClips(
  { sounds }: Timeline,
  { endSample }: Span,
  scene: TimelineScene | null,
): SoundClip[] {
  return sounds.filter(
    (clip) =>
      clip.speech !== null &&
      clip.startSample < endSample &&
      (scene === null || clip.sceneIndex === scene.index),
  );
}

async function timeClips(
  clips: readonly SoundClip[],
  language: string,
  options: CaptionTimingOptions,
): Promise<WordTiming> {
  const timings: WordTiming[] = [];
  for (const [index, clip] of clips.entries()) {
    const timing = await timeClip(clip, language, options);
    timings.push(startingAt(clip, atSpeed(clip.speed, timing)));
    options.onClip(index + 1, clips.length);
  }
  return {
    words: sortByPhrase(onSeparateTracks(timings)),
    method: leastExact(timings.map(({ method }) => method)),
    // Clips that are recognized by the same model have the same warning.
    warnings: [...new Set(timings.flatMap(({ warnings }) => warnings))],
  };
}

/** The times count from the start of the clip, at the original speed of its source. */
async function timeClip(
  clip: SoundClip,
  language: string,
  { timing, speechOf, onModel, signal }: CaptionTimingOptions,
): Promise<WordTiming> {
  const { speech, pointer, speed } = clip;
  if (speech!.words) {
    const durationMs = durationOf(clip) * speed;
    return timing.timeGiven({
      list: speech!.words,
      durationMs,
      pointer: `${pointer}/words`,
      within: 'clip',
    });
  }
  return timing.time({
    samples: playedSpeech(clip, await speechOf(clip, 1), 1),
    text: speech!.text,
    language: speech!.language ?? language,
    pointer,
    signal,
    onModel,
  });
}

/** Puts the clips on separate tracks, because clips overlap in a transition. */
function onSeparateTracks(timings: readonly WordTiming[]): TimedWord[] {
  let first = 0;
  return timings.flatMap(({ words }) => {
    const tracks = words.map(({ track = 0 }) => first + track);
    first = tracks.reduce((most, track) => Math.max(most, track), first) + 1;
    return words.map((word, index) => ({ ...word, track: tracks[index]! }));
  });
}

/** A part of the timeline, in samples. */
interface Span {
  readonly startSample: number;
  readonly endSample: number;
}

function durationOf({ startSample, endSample }: Span): number {
  return msOfSamples(endSample - startSample);
}

/** Converts times at the original speed of a source to times at the speed of the clip. */
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

/** A video has the method of its least exact clip. */
function leastExact(methods: readonly TimingMethod[]): TimingMethod {
  return (
    (['approximate', 'recognized', 'aligned'] as const).find((method) =>
      methods.includes(method),
    ) ?? 'given'
  );
}

/** Mixes the speech of all clips of a span into one track, because one script can cover several clips. */
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
  const byMs = Math.round(msOfSamples(bySamples));
  return { ...word, startMs: word.startMs + byMs, endMs: word.endMs + byMs };
}
