import { readFile } from 'node:fs/promises';
import { SRGB_COLORS } from '../../../core/color/picture-colors.js';
import { exifOrientation } from '../../../core/media/exif-orientation.js';
import type { FileExtent } from '../../../core/media/file-extent.js';
import type { SourceProbe } from '../../../core/timeline/types.js';
import { firstPicture, soughtAnimation } from '../convert/animation.js';
import { describePicture, type PictureStream } from './describe-picture.js';
import { colorsOf } from './picture-colors.js';
import { isStill, mayMove } from '../formats/formats.js';
import type { ComplaintLog, Complaints } from '../../ffmpeg/complaints.js';
import type { FfmpegService } from '../../ffmpeg/ffmpeg.service.js';
import type { MediaStore, StoredSource } from '../store/media-store.js';
import { type PictureLength, pictureLength } from './picture-length.js';

/** What probing works with. */
export interface ProbeEngines {
  readonly ffmpeg: FfmpegService;
  readonly media: MediaStore;
  readonly maxDurationSeconds: number;
}

/** A source's picture: what is known of it, and the file that it is read from. */
export interface ProbedPicture {
  readonly source: StoredSource;
  readonly probe: Omit<SourceProbe, 'contentHash' | 'audioSamples'>;
  /** What is not shown as the file says. */
  readonly warnings: readonly string[];
  /** Of its pictures; null: it is a still, or an animation, which says nothing of its length. */
  readonly length: PictureLength | null;
  /** What its decoder complained of, where all pictures were decoded. */
  readonly complaints: Complaints;
}

/** A picture stream in its source. */
export interface PictureAt {
  /** Among the streams of pictures. */
  readonly index: number;
  /** Where the source begins by its own clock, seconds. */
  readonly start: number;
  readonly extent: FileExtent;
  /** Take what ffmpeg says while the source is read. */
  readonly complaints: ComplaintLog;
}

/** Codecs in which a picture is never all zeros. */
const NEVER_ZEROS =
  /^(h26[34]|hevc|vp[89]|av1|mpeg4|mpeg[12]video|theora|prores|dnxhd|mjpeg|cfhd|dvvideo)$/;

/**
 * Finds out how a source's picture is to be shown, and how long it really is.
 */
export async function probePicture(
  source: StoredSource,
  stream: PictureStream,
  { index, start, ...at }: PictureAt,
  engines: ProbeEngines,
  signal: AbortSignal,
): Promise<ProbedPicture> {
  const still = isStill(source.demuxer);
  const { exif, colors } = source.shown ?? (await shownOf(source));
  const described = describePicture(stream, index, { still, exif, colors });
  const warnings = colors.problem
    ? [`The picture is shown as sRGB: its colours are not honoured (${colors.problem}).`]
    : [];
  const image = {
    ...described,
    kind: 'image',
    videoDurationUs: null,
    lastPictureUs: null,
  } as const;
  if (still) return { source, probe: image, warnings, length: null, complaints: {} };
  const mayBeZeros = !NEVER_ZEROS.test(stream.codec_name ?? '');
  const extent = mayBeZeros ? { ...at.extent, zeroTail: 0 } : at.extent;
  const length = await pictureLength(source, index, start, { ...engines, ...at, extent, signal });
  if (!mayMove(source.demuxer)) {
    const { endUs: videoDurationUs, lastUs: lastPictureUs } = length;
    const probe = { ...described, kind: 'video', videoDurationUs, lastPictureUs } as const;
    return { source, probe, warnings, length, complaints: {} };
  }
  if (length.pictures < 2 || length.endUs === 0) {
    const first = await firstPicture(source, engines, signal);
    return { ...first, probe: image, warnings, length: null };
  }
  const moving = await soughtAnimation(source, length, engines, signal);
  return {
    source: moving.source,
    probe: {
      ...described,
      kind: 'animation',
      videoDurationUs: moving.loopUs,
      lastPictureUs: null,
    },
    warnings,
    length: null,
    complaints: moving.complaints,
  };
}

/** What a picture file says besides its pixels. */
async function shownOf({ path, demuxer }: StoredSource): Promise<Required<StoredSource>['shown']> {
  if (!isStill(demuxer) && !mayMove(demuxer)) return { exif: 1, colors: SRGB_COLORS };
  const file = await readFile(path);
  return { exif: isStill(demuxer) ? exifOrientation(file) : 1, colors: colorsOf(file) };
}
