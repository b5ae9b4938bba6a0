import type { WorkBudget } from '../../core/budget/job-budget.js';
import { buildPages } from '../../core/captions/paging/build-pages.js';
import { joinPages, type StyledWords } from '../../core/captions/paging/words-by-look.js';
import { captionFont } from '../../core/captions/layout/caption-font.js';
import { createCaptionTrack } from '../../core/captions/styles/caption-track.js';
import { displayText } from '../../core/text/plain-text.js';
import type { CaptionPage } from '../../core/captions/caption-page.js';
import type { SubtitlesElement } from '../../core/project/types/index.js';
import type { CaptionTrack } from '../../core/render/segment/types.js';
import { describeCharacter } from '../../core/text/describe-character.js';
import type { ShapeOptions, TextShaper } from '../../core/text/types.js';
import type { Timeline } from '../../core/timeline/types.js';

export interface LaidOutCaptions {
  readonly track: CaptionTrack;
  readonly pages: readonly CaptionPage[];
  readonly warnings: readonly string[];
}

/** Arranges words on pages, and draws the pages as a caption track. */
export function layOutCaptions(
  { settings, language, pointer }: SubtitlesElement,
  groups: readonly StyledWords[],
  timeline: Timeline,
  { shaper, budget }: { readonly shaper: TextShaper; readonly budget: WorkBudget },
): LaidOutCaptions {
  const missing = new Set<string>();
  const pages = groups.flatMap(({ settings: look, words }) => {
    const font = captionFont(look);
    const options: ShapeOptions = { direction: 'auto', language };
    const measure = (text: string) => shaper.shape(text, font, options).width;
    for (const { text } of words) {
      const shaped = shaper.shape(displayText(text, look, language), font, options);
      shaped.missing.forEach((character) => missing.add(character));
    }
    return buildPages(words, { settings: look, frame: timeline, measure, language }).map(
      (page) => ({ ...page, settings: look }),
    );
  });
  const joined = groups.length > 1 ? joinPages(pages) : pages;
  return {
    pages: joined,
    track: createCaptionTrack(joined, {
      settings,
      video: timeline,
      shaper,
      language,
      budget,
      pointer,
    }),
    warnings:
      missing.size > 0
        ? [`No font has a glyph for ${[...missing].map(describeCharacter).join(', ')}.`]
        : [],
  };
}
