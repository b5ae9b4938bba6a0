import type { CaptionSettings } from '../project/types/index.js';
import { allVisuals, contentsOf } from '../timeline/all-clips.js';
import type { Timeline, VisualClip } from '../timeline/types.js';
import { SAMPLE_RATE } from '../time/time.js';
import { blendLayers } from './blend-layers.js';
import { captionPasses } from './caption-passes.js';
import { type Estimate, Tally } from './estimate.js';

const MEGAPIXEL = 1_000_000;

/** Captions whose words are timed. */
export interface TimedCaptions {
  readonly pointer: string;
  readonly settings: CaptionSettings;
  /** Characters of all words, with their replacements. */
  readonly characters: number;
}

/** Sound that a job decodes: once for each source and shape of the video. */
export interface DecodedSound {
  readonly pointer: string;
  readonly samples: number;
}

/** Estimates what a shape of a video costs when its sources are probed. */
export function estimateTimeline({ totalFrames, visuals, width, height }: Timeline): Estimate {
  const tally = new Tally();
  tally.add('frames', totalFrames, '');
  for (const clip of allVisuals(visuals)) {
    const area = Math.min(clip.width * clip.height, width * height);
    const frames = clip.endFrame - clip.startFrame;
    const layers = (isMoving(clip) ? 1 : 0) + blendLayers(clip.blend);
    tally.add('movingMegapixels', (area * frames * layers) / MEGAPIXEL, clip.pointer);
  }
  return tally.estimate;
}

/** Estimates what captions cost when their words are known. */
export function estimateCaptions(captions: TimedCaptions, { fps }: Timeline): Estimate {
  const { pointer, settings, characters } = captions;
  const tally = new Tally();
  tally.add('glyphs', characters, pointer);
  tally.add('drawnGlyphs', characters * captionPasses(settings.style, fps), pointer);
  return tally.estimate;
}

/** Estimates what the sound of sources costs before it is decoded. */
export function estimateSound(sounds: readonly DecodedSound[]): Estimate {
  const tally = new Tally();
  for (const { pointer, samples } of sounds) {
    tally.add('sourceSeconds', samples / SAMPLE_RATE, pointer);
  }
  return tally.estimate;
}

function isMoving(clip: VisualClip): boolean {
  const { kind, motion, cornersAndRotation } = clip;
  if (kind === 'video' || motion !== null || cornersAndRotation.rotation?.speed) return true;
  return contentsOf(clip).some(({ visuals }) => visuals.some(isMoving));
}
