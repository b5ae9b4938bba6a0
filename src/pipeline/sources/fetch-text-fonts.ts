import { textFontsOf } from '../../core/project/text-fonts.js';
import type { Project } from '../../core/project/types/index.js';
import type { TextShaper } from '../../core/text/types.js';
import { HarfbuzzShaper } from '../../engine/fonts/harfbuzz-shaper.js';
import type { MediaSession } from '../../engine/media/store/media-session.js';
import type { PlanContext } from '../types/render-context.js';
import { addFont, fetchFont, type InstalledFonts } from './fetch-font.js';

/** The shaper of the texts of a project. */
export interface TextShaping {
  readonly shaper: TextShaper;
  /** The families of the font files, by their addresses. */
  readonly familyOf: ReadonlyMap<string, string>;
  /** Gives the memory of the font files back. */
  readonly close: () => void;
}

/**
 * Fetches the fonts of texts with a `font-url`. Characters that they lack come from the installed families.
 *
 * @throws JobFailure MEDIA_INVALID when a file is not a font; see {@link MediaSession.acquireBytes}
 */
export async function fetchTextFonts(
  project: Project,
  media: MediaSession,
  { fonts, shaper }: InstalledFonts,
  context: PlanContext,
): Promise<TextShaping> {
  const familyOf = new Map<string, string>();
  const closes: (() => void)[] = [];
  const close = () => closes.splice(0).forEach((one) => one());
  let all = fonts;
  try {
    for (const use of textFontsOf(project)) {
      const added = addFont(all, await fetchFont(use, media, context), use.pointer);
      closes.push(added.close);
      familyOf.set(use.src, added.family);
      all = added.fonts;
    }
  } catch (error) {
    close();
    throw error;
  }
  return { shaper: all === fonts ? shaper : new HarfbuzzShaper(all), familyOf, close };
}
