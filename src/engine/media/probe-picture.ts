import { readFile } from 'node:fs/promises';
import { SRGB_COLORS } from '../../core/color/picture-colors.js';
import { exifOrientation } from '../../core/media/exif-orientation.js';
import type { SourceProbe } from '../../core/timeline/types.js';
import { firstPicture, soughtAnimation } from './animation.js';
import { describePicture, type PictureStream } from './describe-picture.js';
import { colorsOf } from './picture-colors.js';
import { isStill, mayMove } from './formats.js';
import type { Ffmpeg } from '../ffmpeg/ffmpeg.js';
import type { MediaStore, StoredSource } from './media-store.js';
import { pictureLength } from './picture-length.js';

/** What probing works with. */
export interface ProbeEngines {
  readonly ffmpeg: Ffmpeg;
  readonly media: MediaStore;
  readonly maxDurationSeconds: number;
}

/** A source's picture: what is known of it, and the file that it is read from. */
export interface ProbedPicture {
  readonly source: StoredSource;
  readonly probe: Omit<SourceProbe, 'contentHash' | 'audioSamples'>;
  /** What is not shown as the file says. */
  readonly warnings: readonly string[];
}

/**
 * Finds out how a source's picture is to be shown, and how long it really is.
 *
 * @param index of the stream among those of pictures
 * @param start of the source by its own clock, seconds
 */
export async function probePicture(
  source: StoredSource,
  stream: PictureStream,
  { index, start }: { readonly index: number; readonly start: number },
  engines: ProbeEngines,
  signal: AbortSignal,
): Promise<ProbedPicture> {
  const still = isStill(source.demuxer);
  const { exif, colors } = source.shown ?? (await shownOf(source));
  const described = describePicture(stream, index, { still, exif, colors });
  const warnings = colors.problem
    ? [`The picture is shown as sRGB: its colours are not honoured (${colors.problem}).`]
    : [];
  const image = { ...described, kind: 'image', videoDurationUs: null } as const;
  if (still) return { source, probe: image, warnings };
  const length = await pictureLength(source, index, start, { ...engines, signal });
  if (!mayMove(source.demuxer)) {
    return {
      source,
      probe: { ...described, kind: 'video', videoDurationUs: length.endUs },
      warnings,
    };
  }
  if (length.pictures < 2 || length.endUs === 0) {
    return { source: await firstPicture(source, engines, signal), probe: image, warnings };
  }
  const moving = await soughtAnimation(source, length, engines, signal);
  return {
    source: moving.source,
    probe: { ...described, kind: 'animation', videoDurationUs: moving.loopUs },
    warnings,
  };
}

/** What a picture file says besides its pixels. */
async function shownOf({ path, demuxer }: StoredSource): Promise<Required<StoredSource>['shown']> {
  if (!isStill(demuxer) && !mayMove(demuxer)) return { exif: 1, colors: SRGB_COLORS };
  const file = await readFile(path);
  return { exif: isStill(demuxer) ? exifOrientation(file) : 1, colors: colorsOf(file) };
}
