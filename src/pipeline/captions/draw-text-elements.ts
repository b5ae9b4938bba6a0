import type { WorkBudget } from '../../core/budget/job-budget.js';
import type { SpriteLayer } from '../../core/render/plan/sprite-layers.js';
import { describeCharacter } from '../../core/text/describe-character.js';
import { withTextFonts } from '../../core/project/text-fonts.js';
import { allTexts } from '../../core/timeline/all-clips.js';
import type { TextShaping } from '../sources/fetch-text-fonts.js';
import type { TextClip, Timeline } from '../../core/timeline/types.js';
import { countTextElement, drawTextElement } from '../../core/text-elements/draw-text-element.js';

/**
 * Draws the text elements of a timeline in the order of `allTexts`, and warns about characters without a glyph. All are
 * counted before the first is drawn.
 *
 * @throws JobFailure MEDIA_LIMIT_EXCEEDED
 */
export function drawTextElements(
  timeline: Timeline,
  { shaper, familyOf }: TextShaping,
  budget: WorkBudget,
): { texts: SpriteLayer[]; warnings: string[] } {
  const clips = allTexts(timeline);
  const counted = clips.map(({ clip, content }) => {
    const { element, startFrame, times } = clip;
    const timing = { startFrame, times, copies: scenesWith(clip, timeline) };
    const canvas = { frame: content ?? timeline, fps: timeline.fps, shaper, budget };
    return countTextElement(withTextFonts(element, familyOf), timing, canvas);
  });
  const warnings: string[] = [];
  const texts = clips.map(({ clip, content }, index): SpriteLayer => {
    const { element, sceneIndex, zIndex, sequence } = clip;
    const { sprites, box, missing, overflows } = drawTextElement(counted[index]!);
    if (missing.length > 0) {
      const names = missing.map(describeCharacter).join(', ');
      warnings.push(`No font has a glyph for ${names} (${element.pointer}).`);
    }
    if (overflows) {
      const size = 'even at "font-size-min"';
      warnings.push(`The text does not fit its area, ${size} (${element.pointer}).`);
    }
    const contentId = content?.id ?? null;
    return { sceneIndex, contentId, zIndex, sequence, sprites, box };
  });
  return { texts, warnings };
}

/** A text above several scenes is written once for each. */
function scenesWith({ startFrame, times, sceneIndex }: TextClip, { scenes }: Timeline): number {
  if (sceneIndex !== null) return 1;
  const endFrame = startFrame + times.frames;
  return scenes.filter((scene) => scene.startFrame < endFrame && scene.endFrame > startFrame)
    .length;
}
