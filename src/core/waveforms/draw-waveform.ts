import type { WorkBudget } from '../budget/job-budget.js';
import { type Shape, type Sprite, toShape } from '../drawing/sprite.js';
import type { FrameRate } from '../project/types/index.js';
import { sampleOfFrame } from '../time/time.js';
import type { PlacedWaveform } from '../timeline/all-clips.js';
import { liveHeights, loudest, wholeHeights } from './heights.js';
import { mostPoints, outlineOf } from './outline.js';
import type { SoundPower } from './power.js';

const LAYER = 0;
/** What a sprite takes in memory besides its outline, in points. */
const POINTS_OF_SPRITE = 12;

/**
 * Counts the outlines of a waveform before any of them is drawn.
 *
 * @throws JobFailure MEDIA_LIMIT_EXCEEDED
 */
export function countWaveform({ clip, content, waveform }: PlacedWaveform, budget: WorkBudget) {
  const { settings } = waveform;
  const frames = clip.endFrame - clip.startFrame;
  const isLive = settings.mode === 'live';
  const points = mostPoints(settings) + POINTS_OF_SPRITE;
  budget.spend('drawingPoints', points * (isLive ? frames : 1), clip.pointer);
  // The outline is written once for each place of the line between what was played and what follows.
  const written = isLive ? frames : 2 * Math.min(frames, content.width + 1);
  budget.spend('keptPoints', points * written, clip.pointer);
}

/**
 * Draws a waveform in all of its frames.
 *
 * @returns no sprites if nothing is heard
 */
export function drawWaveform(placed: PlacedWaveform, power: SoundPower, fps: FrameRate): Sprite[] {
  const { settings } = placed.waveform;
  const reference = loudest(settings, power, placed.waveform);
  if (reference === 0) return [];
  return settings.mode === 'live'
    ? liveSprites(placed, { power, reference }, fps)
    : progressSprites(placed, power);
}

function liveSprites(
  { clip, content, waveform }: PlacedWaveform,
  { power, reference }: { readonly power: SoundPower; readonly reference: number },
  fps: FrameRate,
): Sprite[] {
  const { settings, offsetSamples } = waveform;
  const sprites: Sprite[] = [];
  for (let frame = clip.startFrame; frame < clip.endFrame; frame++) {
    // The middle of the frame, which is when it shows on average.
    const at = sampleOfFrame(frame + 0.5, fps) - offsetSamples;
    const path = outlineOf(settings, liveHeights(settings, power, reference, at), content);
    const shape = toShape(path);
    const before = sprites.at(-1);
    if (before !== undefined && isSame(before.shape, shape))
      sprites[sprites.length - 1] = { ...before, endFrame: frame + 1 };
    else {
      const frames = { startFrame: frame, endFrame: frame + 1 };
      sprites.push({ ...frames, layer: LAYER, shape, fill: settings.color });
    }
  }
  return sprites;
}

function isSame(a: Shape, b: Shape): boolean {
  return a.x === b.x && a.y === b.y && a.commands === b.commands;
}

/** The same outline twice: the part that was played, and the one that follows. */
function progressSprites({ clip, content, waveform }: PlacedWaveform, power: SoundPower): Sprite[] {
  const { settings } = waveform;
  const { width, height } = content;
  const shape = toShape(outlineOf(settings, wholeHeights(settings, power, waveform), content));
  const { startFrame, endFrame } = clip;
  const last = Math.max(1, endFrame - startFrame - 1);
  const edgeAt = (frame: number) => Math.round((width * (frame - startFrame)) / last);
  const sprites: Sprite[] = [];
  for (let frame = startFrame; frame < endFrame;) {
    const edge = edgeAt(frame);
    let end = frame + 1;
    while (end < endFrame && edgeAt(end) === edge) end++;
    const common = { startFrame: frame, endFrame: end, layer: LAYER, shape };
    const [played, rest] = [
      { left: 0, top: 0, right: edge, bottom: height },
      { left: edge, top: 0, right: width, bottom: height },
    ];
    if (edge > 0) sprites.push({ ...common, fill: settings.color, clip: played });
    if (edge < width) sprites.push({ ...common, fill: settings.offColor, clip: rest });
    frame = end;
  }
  return sprites;
}
