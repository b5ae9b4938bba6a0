import type { CaptionSettings } from '../project/types/index.js';
import { allTexts, allVisuals, contentsOf } from '../timeline/all-clips.js';
import type { TextClip, Timeline, VisualClip } from '../timeline/types.js';
import { SAMPLE_RATE } from '../time/time.js';
import { movingSpans } from '../motion/pose.js';
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
export function estimateTimeline(timeline: Timeline): Estimate {
  const { totalFrames, visuals, width, height, fps } = timeline;
  const tally = new Tally();
  tally.add('frames', totalFrames, '');
  for (const clip of allVisuals(visuals)) {
    tally.add('motionSteps', motionSteps(clip, fps.num / fps.den), clip.pointer);
    // A clip that moves as a whole may grow to the frame.
    const box = clip.movement === null ? clip.width * clip.height : Infinity;
    const area = Math.min(box, width * height);
    const frames = clip.endFrame - clip.startFrame;
    const layers = (isMoving(clip) ? 1 : 0) + blendLayers(clip.blend);
    tally.add('movingMegapixels', (area * frames * layers) / MEGAPIXEL, clip.pointer);
  }
  for (const { clip } of allTexts(timeline)) {
    tally.add('motionSteps', movingProperties(clip) * clip.times.frames, clip.element.pointer);
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

/** Values of properties that are computed for a clip. */
function motionSteps({ movement, startFrame, endFrame }: VisualClip, rate: number): number {
  const { channels = [] } = movement ?? {};
  const frames = movingSpans(channels).reduce(
    (sum, { from, to }) => sum + Math.min(endFrame - startFrame, (to - from) * rate + 2),
    0,
  );
  return channels.length * Math.min(frames, endFrame - startFrame);
}

/** The number of properties of a text that may change, at most. */
function movingProperties({ element: { movement, rotation } }: TextClip): number {
  const { keyframes, animate } = movement;
  return (
    2 * Object.keys(keyframes).length +
    (animate ? MOST_LOOP_PROPERTIES : 0) +
    (rotation?.speed ? 1 : 0)
  );
}

/** An animation that goes on changes no more properties. */
const MOST_LOOP_PROPERTIES = 3;

function isMoving(clip: VisualClip): boolean {
  const { kind, motion, movement, cornersAndRotation } = clip;
  if (kind === 'video' || motion !== null || cornersAndRotation.rotation?.speed) return true;
  if (movement !== null && movingSpans(movement.channels).length > 0) return true;
  return contentsOf(clip).some(
    ({ visuals, texts, waveform }) =>
      waveform !== undefined ||
      visuals.some(isMoving) ||
      texts.some((text) => movingProperties(text) > 0),
  );
}
