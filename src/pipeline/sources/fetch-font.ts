import { JobFailure } from '../../core/job/job-failure.js';
import type { TextFontUse } from '../../core/project/text-fonts.js';
import type { TextShaper } from '../../core/text/types.js';
import type { AddedFont, FontCatalog } from '../../engine/fonts/font-catalog.js';
import type { MediaSession } from '../../engine/media/store/media-session.js';
import type { PlanContext } from '../types/render-context.js';

/** Fonts for Chinese, Japanese, and Korean are close to this size. */
export const MAX_FONT_BYTES = 24 << 20;

/** The installed fonts, which replace missing characters of a font file. */
export interface InstalledFonts {
  readonly fonts: FontCatalog;
  readonly shaper: TextShaper;
}

/** Fetches a font file; see {@link MediaSession.acquireBytes}. */
export async function fetchFont(
  { src, pointer }: TextFontUse,
  media: MediaSession,
  { localSources, fetchAsset, signal, workDir }: PlanContext,
): Promise<Buffer> {
  const bytes = await media.acquireBytes(src, {
    pointer,
    localSources,
    fetchAsset,
    signal,
    workDir,
    maxBytes: MAX_FONT_BYTES,
  });
  return Buffer.from(bytes);
}

/** @throws JobFailure MEDIA_INVALID when the bytes are not a font */
export function addFont(fonts: FontCatalog, bytes: Buffer, pointer: string): AddedFont {
  try {
    return fonts.withFont(bytes, pointer);
  } catch (error) {
    throw new JobFailure(
      'MEDIA_INVALID',
      `The source is not a usable font: ${(error as Error).message}.`,
      pointer,
    );
  }
}
