import type { WorkBudget } from '../../core/budget/job-budget.js';
import type { SpriteLayer } from '../../core/render/plan/sprite-layers.js';
import { allWaveforms } from '../../core/timeline/all-clips.js';
import type { Timeline } from '../../core/timeline/types.js';
import { countWaveform, drawWaveform } from '../../core/waveforms/draw-waveform.js';
import type { PowerOf } from './measure-power.js';

/**
 * Draws the waveforms of a timeline, and warns about those that show silence. All are counted before the first is drawn.
 *
 * @throws JobFailure MEDIA_LIMIT_EXCEEDED
 */
export function drawWaveforms(
  timeline: Timeline,
  powerOf: PowerOf,
  budget: WorkBudget,
): { waveforms: SpriteLayer[]; warnings: string[] } {
  const placed = allWaveforms(timeline);
  for (const one of placed) countWaveform(one, budget);
  const warnings: string[] = [];
  const waveforms = placed.map((one): SpriteLayer => {
    const { clip, content } = one;
    const sprites = drawWaveform(one, powerOf(one), timeline.fps);
    if (sprites.length === 0)
      warnings.push(`The waveform is empty, because its sound is silent (${clip.pointer}).`);
    const box = { left: 0, top: 0, right: content.width, bottom: content.height };
    const place = { sceneIndex: clip.sceneIndex, contentId: content.id, zIndex: 0, sequence: 0 };
    return { ...place, sprites, box };
  });
  return { waveforms, warnings };
}
