import { SRGB_COLORS } from '../../../core/color/picture-colors.js';
import { exifOrientation } from '../../../core/media/exif-orientation.js';
import type { FileExtent } from '../../../core/media/file-extent.js';
import type { SourceProbe } from '../../../core/timeline/types.js';
import {
  extractFirstPicture,
  convertToSeekable,
  MAX_ANIMATION_PIXELS,
} from '../convert/animation.js';
import { describePicture, type PictureStream } from './describe-picture.js';
import { FileReader } from '../extent/file-reader.js';
import { readPictureColors } from '../formats/picture-colors.js';
import { readPictureMetadata } from './picture-metadata.js';
import { isStillDemuxer, mayBeAnimated } from '../formats/formats.js';
import type { ProbeEngines } from '../store/media-engines.js';
import type { ComplaintLog, Complaints } from '../../ffmpeg/complaints.js';
import type { StoredSource } from '../formats/stored-source.js';
import { type PictureLength, measurePictureLength, SourceLimitError } from './picture-length.js';

/** The picture of a source: its properties, and the file that it is read from. */
export interface ProbedPicture {
  readonly source: StoredSource;
  readonly probe: Omit<SourceProbe, 'contentHash' | 'audioSamples'>;
  /** Properties of the file that are not honored. */
  readonly warnings: readonly string[];
  /** Length of its pictures. Null for stills, and for animations, which declare no length. */
  readonly length: PictureLength | null;
  /** Complaints of the decoder, if all pictures were decoded. */
  readonly complaints: Complaints;
}

/** A picture stream in its source. */
export interface PictureAt {
  readonly stream: PictureStream;
  /** Index among the picture streams. */
  readonly index: number;
  /** Start of the source by its own clock, in seconds. */
  readonly start: number;
  readonly extent: FileExtent;
  /** Collects what ffmpeg complains of while it reads the source. */
  readonly complaints: ComplaintLog;
}

/** Codecs in which a coded picture is never all zeros. */
const NEVER_ZEROS =
  /^(h26[34]|hevc|vp[89]|av1|mpeg4|mpeg[12]video|theora|prores|dnxhd|mjpeg|cfhd|dvvideo)$/;

/** Finds out how the picture of a source is shown, and how long it really is. */
export async function probePicture(
  source: StoredSource,
  { stream, ...at }: PictureAt,
  engines: ProbeEngines,
  signal: AbortSignal,
): Promise<ProbedPicture> {
  const still = isStillDemuxer(source.demuxer);
  const { exif, colors } = source.shown ?? (await readShown(source));
  const described = describePicture(stream, at.index, { still, exif, colors });
  const warnings = [
    ...(colors.problem ? [`The picture is shown as sRGB, because ${colors.problem}.`] : []),
    ...(source.drawing?.warnings ?? []),
  ];
  const image = {
    ...described,
    ...(source.drawing === undefined ? {} : sizeOfDrawing(described, source.drawing.density)),
    kind: 'image',
    videoDurationUs: null,
    lastPictureUs: null,
  } as const;
  if (still) return { source, probe: image, warnings, length: null, complaints: {} };
  const length = await measurePictureLength(source, at.index, at.start, {
    ...engines,
    complaints: at.complaints,
    extent: NEVER_ZEROS.test(stream.codec_name ?? '') ? at.extent : { ...at.extent, zeroTail: 0 },
    signal,
  });
  if (!mayBeAnimated(source.demuxer)) {
    const { endUs: videoDurationUs, lastPictureUs } = length;
    const probe = { ...described, kind: 'video', videoDurationUs, lastPictureUs } as const;
    return { source, probe, warnings, length, complaints: {} };
  }
  // ffmpeg makes an empty file of it, and says nothing.
  if (length.wholePictures === 0) throw new NoPictureError();
  if (length.pictures < 2 || length.endUs === 0) {
    const first = await extractFirstPicture(source, engines, signal);
    return { ...first, probe: image, warnings, length: null };
  }
  const pixels = described.width * described.height;
  if (pixels * length.pictures > MAX_ANIMATION_PIXELS) throw tooManyPixels(length, described);
  const endUs = source.drawing?.endUs ?? length.endUs;
  const animation = await convertToSeekable(source, { ...length, pixels, endUs }, engines, signal);
  const { loopUs } = animation;
  // Editors tell how long a Lottie animation is. The pictures of other formats just repeat.
  const videoDurationUs = source.drawing?.endUs === undefined ? loopUs : endUs;
  const probe = { ...image, kind: 'animation', videoDurationUs, loopUs } as const;
  const { source: seekable, complaints } = animation;
  return { source: seekable, probe, warnings, length: null, complaints };
}

/** The size of a drawing, of which the picture is a multiple. */
function sizeOfDrawing(
  picture: { readonly width: number; readonly height: number },
  density: number,
) {
  const side = (pixels: number) => Math.max(1, Math.round(pixels / density));
  return { width: side(picture.width), height: side(picture.height), density };
}

function tooManyPixels(
  { pictures }: PictureLength,
  { width, height }: { readonly width: number; readonly height: number },
): SourceLimitError {
  return new SourceLimitError(
    `The animation has ${pictures} pictures of ${width} x ${height} pixels. At most ` +
      `${MAX_ANIMATION_PIXELS / 1_000_000} million pixels in total are allowed. Convert it to MP4.`,
  );
}

/** A file that could hold an animation holds no picture at all. */
export class NoPictureError extends Error {}

/** What a picture file declares besides its pixels. */
async function readShown({
  path,
  demuxer,
}: StoredSource): Promise<Required<StoredSource>['shown']> {
  if (!isStillDemuxer(demuxer) && !mayBeAnimated(demuxer)) return { exif: 1, colors: SRGB_COLORS };
  const file = await FileReader.over(path, readPictureMetadata);
  return {
    exif: isStillDemuxer(demuxer) ? exifOrientation(file) : 1,
    colors: readPictureColors(file),
  };
}
