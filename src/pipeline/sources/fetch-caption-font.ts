import type { Project, SubtitlesElement } from '../../core/project/types/index.js';
import type { TextShaper } from '../../core/text/types.js';
import { HarfbuzzShaper } from '../../engine/fonts/harfbuzz-shaper.js';
import type { MediaSession } from '../../engine/media/store/media-session.js';
import type { PlanContext } from '../types/render-context.js';
import { addFont, fetchFont, type InstalledFonts } from './fetch-font.js';

/** The captions and the shaper for their font. */
export interface CaptionShaping {
  readonly subtitles: SubtitlesElement;
  readonly shaper: TextShaper;
  /** Gives the memory of an own font back. */
  readonly close: () => void;
}

/**
 * Fetches the caption font if `font-url` is set. Characters that it lacks come from the installed families.
 *
 * @returns null without captions
 * @throws JobFailure MEDIA_INVALID when the file is not a font; see {@link MediaSession.acquireBytes}
 */
export async function fetchCaptionFont(
  { subtitles }: Project,
  media: MediaSession,
  { fonts, shaper }: InstalledFonts,
  context: PlanContext,
): Promise<CaptionShaping | null> {
  if (subtitles === null) return null;
  const { fontUrl } = subtitles.settings;
  if (fontUrl === null) return { subtitles, shaper, close: () => {} };
  const pointer = `${subtitles.pointer}/settings/font-url`;
  const bytes = await fetchFont({ src: fontUrl, pointer }, media, context);
  const added = addFont(fonts, bytes, pointer);
  return {
    subtitles: { ...subtitles, settings: { ...subtitles.settings, fontFamily: added.family } },
    shaper: new HarfbuzzShaper(added.fonts),
    close: added.close,
  };
}
