import type { WorkBudget } from '../../core/budget/job-budget.js';
import type { DrawnText } from '../../core/render/plan/drawn-texts.js';
import { describeCharacter } from '../../core/text/describe-character.js';
import type { TextShaper } from '../../core/text/types.js';
import type { Timeline } from '../../core/timeline/types.js';
import { drawTextElement } from '../../core/text-elements/draw-text-element.js';

/** The texts of a timeline as what is drawn of them, and what its author should know. */
export function drawTitles(
  timeline: Timeline,
  shaper: TextShaper,
  budget: WorkBudget,
): { titles: DrawnText[]; warnings: string[] } {
  const canvas = { frame: timeline, shaper, budget };
  const warnings: string[] = [];
  const titles = timeline.texts.map((clip): DrawnText => {
    const { element, startFrame, times, sceneIndex, zIndex, sequence } = clip;
    const { sprites, missing } = drawTextElement(element, { startFrame, times }, canvas);
    if (missing.length > 0) {
      const names = missing.map(describeCharacter).join(', ');
      warnings.push(`No font has a glyph for ${names} (${element.pointer}).`);
    }
    return { sceneIndex, zIndex, sequence, sprites };
  });
  return { titles, warnings };
}
