import { effect } from '@preact/signals';
import type { VideoCraft } from '../../../clients/typescript/src/index.js';
import { patiently, type Timeline, type VideoConfig } from '../api/index.js';
import { kindOfAsset } from '../uploads/kinds.js';
import { draftFiles, format, look, pace, script, srcOf } from './draft.js';
import { formatConfig } from './format-config.js';
import {
  makeConfig,
  makeProbe,
  makeSlideshow,
  type Material,
  type Picture,
  type ScenePlan,
} from './make-config.js';
import { isSentenceEnd, paceWords, type TimedWord } from '../timeline/pace-words.js';
import { equalScenes, planScenes, secondsFor } from './plan-scenes.js';

/** Where the work is. */
export type Step = 'uploading' | 'listening';

/** A video, as it is opened. */
export interface MadeVideo {
  readonly text: string;
  /** Whether it has captions. */
  readonly hasWords: boolean;
  /** How many pictures it does not show, because it is too short for them. */
  readonly unusedPictures: number;
}

/** Some files could not be uploaded. */
export class UploadsFailed extends Error {}

/** The service does not know what the speech says. Its previews then have no captions, and a render would fail. */
export class WordsUnknown extends Error {}

/** Speakers that pause longer have ended a sentence. */
const PAUSE_SECONDS = 0.7;
/** The last words stay for a moment. */
const TAIL_SECONDS = 0.8;
const PICTURE_SECONDS = 4;

/**
 * Makes a video from what was prepared: waits for the uploads, and asks the service when the words of the
 * speech are said.
 *
 * @param hasCaptions false: a speech without a script gets no captions
 * @throws UploadsFailed, WordsUnknown, or what a request threw
 */
export async function makeVideo(
  api: VideoCraft,
  options: {
    readonly hasCaptions: boolean;
    readonly signal: AbortSignal;
    readonly onStep: (step: Step) => void;
  },
): Promise<MadeVideo> {
  options.onStep('uploading');
  await uploaded(options.signal);
  const material = materialOf();
  if (material.speech !== null || material.captionFile !== null) {
    options.onStep('listening');
    const plan = await planBySound(api, material, options);
    return made(material, plan);
  }
  const words = paceWords(material.script, pace.value);
  if (words.length > 0) return made(material, planByWords(words, material));
  const text = formatConfig(makeSlideshow(material, PICTURE_SECONDS));
  return { text, hasWords: false, unusedPictures: 0 };
}

function made(material: Material, plan: ScenePlan): MadeVideo {
  const unusedPictures = Math.max(0, material.pictures.length - plan.starts.length);
  const text = formatConfig(makeConfig(material, plan));
  return { text, hasWords: plan.hasCaptions, unusedPictures };
}

/** When scenes begin if nobody speaks: at the estimated times of the words. It lasts long enough for all pictures. */
export function planByWords(words: readonly TimedWord[], { pictures }: Material): ScenePlan {
  const seconds = silentSeconds(words, pictures.length);
  return { starts: planScenes(words, seconds, pictures.length), seconds, words, hasCaptions: true };
}

/** What was prepared, as far as it is uploaded. */
export function materialOf(): Material {
  const pictures = draftFiles.value.flatMap(({ use, upload }): Picture[] => {
    if (use !== 'picture' || upload.asset === null) return [];
    const kind = kindOfAsset(upload.asset) === 'video' ? 'video' : 'image';
    return [{ src: upload.asset.src, kind }];
  });
  return {
    ...{ format: format.value, look: look.value, pictures, script: script.value },
    ...{ speech: srcOf('speech'), music: srcOf('music') },
    ...{ captionFile: srcOf('captions'), font: srcOf('font') },
  };
}

async function planBySound(
  api: VideoCraft,
  material: Material,
  { hasCaptions, signal }: { readonly hasCaptions: boolean; readonly signal: AbortSignal },
): Promise<ScenePlan> {
  const probe = hasCaptions ? makeProbe(material) : withoutCaptions(makeProbe(material));
  const options = { signal, peaksPerSecond: 0 };
  const timeline = await patiently(signal, () =>
    api.previews.timeline(probe as VideoConfig, options),
  );
  if (hasCaptions && timeline.word_timing === null) throw new WordsUnknown(timeline.warnings[0]);
  const words = wordsOf(timeline);
  const count = material.pictures.length;
  const seconds =
    material.speech === null ? silentSeconds(words, count) : timeline.duration_seconds;
  const starts =
    words.length === 0
      ? equalScenes(seconds, Math.max(1, count))
      : planScenes(words, seconds, count);
  return { starts, seconds, words: null, hasCaptions };
}

/** The length of a video in which nobody speaks. */
function silentSeconds(words: readonly TimedWord[], pictures: number): number {
  return Math.max((words.at(-1)?.end ?? 0) + TAIL_SECONDS, secondsFor(pictures));
}

function wordsOf({ words }: Timeline): TimedWord[] {
  return words.map(({ word, start, end }, index) => {
    const gap = (words[index + 1]?.start ?? end) - end;
    return { word, start, end, ends: isSentenceEnd(word) || gap >= PAUSE_SECONDS };
  });
}

function withoutCaptions(config: Readonly<Record<string, unknown>>): object {
  const { elements, ...rest } = config;
  void elements;
  return rest;
}

/** Waits until all files have arrived. */
function uploaded(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop: (() => void) | null = null;
    const settle = (end: () => void) => {
      // The effect runs once before its end is known.
      queueMicrotask(() => stop?.());
      end();
    };
    stop = effect(() => {
      const states = draftFiles.value
        .filter(({ use }) => use !== 'none')
        .map(({ upload }) => upload.state);
      if (states.includes('failed'))
        settle(() => reject(new UploadsFailed('Some uploads failed.')));
      else if (states.every((state) => state === 'done')) settle(resolve);
    });
    signal.addEventListener('abort', () => settle(() => reject(signal.reason as Error)));
  });
}
