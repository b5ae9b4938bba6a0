import type { DrawnText } from '../../core/render/plan/drawn-texts.js';
import { nameCharacter } from '../../core/text/name-character.js';
import type { TextShaper } from '../../core/text/types.js';
import type { Timeline } from '../../core/timeline/types.js';
import { drawText } from '../../core/titles/draw-text.js';

/** The texts of a timeline as what is drawn of them, and what its author should know. */
export function drawTitles(
  timeline: Timeline,
  shaper: TextShaper,
): { titles: DrawnText[]; warnings: string[] } {
  const warnings: string[] = [];
  const titles = timeline.texts.map((clip): DrawnText => {
    const { element, startFrame, times, sceneIndex, zIndex, sequence } = clip;
    const { sprites, missing } = drawText(element, startFrame, times, timeline, shaper);
    if (missing.length > 0) {
      const names = missing.map(nameCharacter).join(', ');
      warnings.push(`No font has a glyph for: ${names} (${element.pointer})`);
    }
    return { sceneIndex, zIndex, sequence, sprites };
  });
  return { titles, warnings };
}
