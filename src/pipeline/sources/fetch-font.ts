import { JobFailure } from '../../core/job/job-failure.js';
import type { Project, SubtitlesElement } from '../../core/project/types/index.js';
import type { TextShaper } from '../../core/text/types.js';
import { HarfbuzzShaper } from '../../engine/fonts/harfbuzz-shaper.js';
import type { MediaSession } from '../../engine/media/store/media-session.js';
import type { RenderContext, RenderEngines } from '../render-context.js';

/** Fonts of Chinese, Japanese and Korean come near it. */
export const LARGEST_FONT_BYTES = 24 << 20;

/** Captions with what shapes them. */
export interface CaptionType {
  readonly subtitles: SubtitlesElement;
  readonly shaper: TextShaper;
}

/**
 * The captions of a project in their font: fetched when they name an address. Its letters come first
 * and those of the installed families after it.
 *
 * @returns null without captions
 * @throws JobFailure MEDIA_INVALID when the address holds no font, or as fetching does
 */
export async function fetchFont(
  { subtitles }: Project,
  media: MediaSession,
  { fonts, shaper }: Pick<RenderEngines, 'fonts' | 'shaper'>,
  { localSources, signal, workDir }: Pick<RenderContext, 'localSources' | 'signal' | 'workDir'>,
): Promise<CaptionType | null> {
  if (subtitles === null) return null;
  const { fontUrl } = subtitles.settings;
  if (fontUrl === null) return { subtitles, shaper };
  const pointer = `${subtitles.pointer}/settings/font-url`;
  const bytes = await media.acquireBytes(fontUrl, {
    pointer,
    localSources,
    signal,
    workDir,
    maxBytes: LARGEST_FONT_BYTES,
  });
  try {
    const added = fonts.withFont(Buffer.from(bytes), pointer);
    return {
      subtitles: {
        ...subtitles,
        settings: { ...subtitles.settings, fontFamily: added.family },
      },
      shaper: new HarfbuzzShaper(added.fonts),
    };
  } catch (error) {
    throw new JobFailure(
      'MEDIA_INVALID',
      `The font cannot be used. ${(error as Error).message}`,
      pointer,
    );
  }
}
