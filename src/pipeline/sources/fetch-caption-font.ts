import { JobFailure } from '../../core/job/job-failure.js';
import type { Project, SubtitlesElement } from '../../core/project/types/index.js';
import type { TextShaper } from '../../core/text/types.js';
import type { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { HarfbuzzShaper } from '../../engine/fonts/harfbuzz-shaper.js';
import type { MediaSession } from '../../engine/media/store/media-session.js';
import type { PlanContext } from '../types/render-context.js';

/** Fonts for Chinese, Japanese, and Korean are close to this size. */
export const MAX_FONT_BYTES = 24 << 20;

/** The captions and the shaper for their font. */
export interface CaptionShaping {
  readonly subtitles: SubtitlesElement;
  readonly shaper: TextShaper;
  /** Gives the memory of an own font back. */
  readonly close: () => void;
}

/** The installed fonts, which replace missing characters of the caption font. */
interface InstalledFonts {
  readonly fonts: FontCatalog;
  readonly shaper: TextShaper;
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
  { localSources, fetchAsset, signal, workDir }: PlanContext,
): Promise<CaptionShaping | null> {
  if (subtitles === null) return null;
  const { fontUrl } = subtitles.settings;
  if (fontUrl === null) return { subtitles, shaper, close: () => {} };
  const pointer = `${subtitles.pointer}/settings/font-url`;
  const bytes = await media.acquireBytes(fontUrl, {
    pointer,
    localSources,
    fetchAsset,
    signal,
    workDir,
    maxBytes: MAX_FONT_BYTES,
  });
  try {
    const added = fonts.withFont(Buffer.from(bytes), pointer);
    return {
      subtitles: {
        ...subtitles,
        settings: { ...subtitles.settings, fontFamily: added.family },
      },
      shaper: new HarfbuzzShaper(added.fonts),
      close: added.close,
    };
  } catch (error) {
    throw new JobFailure(
      'MEDIA_INVALID',
      `The source is not a usable font: ${(error as Error).message}.`,
      pointer,
    );
  }
}
