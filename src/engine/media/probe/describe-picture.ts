import { type PictureColors, SRGB_COLORS } from '../../../core/color/picture-colors.js';
import type { Orientation, PictureTraits } from '../../../core/media/picture-traits.js';
import { swapsSides } from '../../../core/media/picture-traits.js';
import type { WideColor } from '../../../core/color/tone-map.js';

/** A picture stream in the report of ffprobe. */
export interface PictureStream {
  readonly codec_name?: string;
  readonly width?: number;
  readonly height?: number;
  readonly pix_fmt?: string;
  readonly sample_aspect_ratio?: string;
  readonly field_order?: string;
  readonly avg_frame_rate?: string;
  readonly color_space?: string;
  readonly color_transfer?: string;
  readonly color_primaries?: string;
  readonly disposition?: { readonly attached_pic?: number; readonly default?: number };
  readonly tags?: Readonly<Record<string, string>>;
  readonly side_data_list?: readonly { readonly displaymatrix?: string }[];
}

/** A picture as it is shown, and how the stored picture becomes it. */
export interface DescribedPicture {
  readonly width: number;
  readonly height: number;
  readonly translucent: boolean;
  readonly traits: PictureTraits;
}

/** Video of at least this height is BT.709 if it declares no matrix. */
const FIRST_HD_HEIGHT = 720;

/**
 * Describes a picture by its stream.
 *
 * @param index among the picture streams of the source
 * @param exif orientation from the file of a still
 * @param colors from the file of a picture that is no video
 */
export function describePicture(
  stream: PictureStream,
  index: number,
  {
    still,
    exif,
    colors = SRGB_COLORS,
  }: { readonly still: boolean; readonly exif: Orientation; readonly colors?: PictureColors },
): DescribedPicture {
  const orientation = still ? exif : matrixOrientation(stream);
  const stored = { width: stream.width ?? 0, height: stream.height ?? 0 };
  const squared = still ? null : squaredSize(stream);
  const { width, height } = squared ?? stored;
  const alphaBeside = stream.tags?.['alpha_mode'] ?? stream.tags?.['ALPHA_MODE'];
  const decoder = alphaBeside === '1' ? (ALPHA_DECODERS[stream.codec_name ?? ''] ?? null) : null;
  return {
    ...(swapsSides(orientation) ? { width: height, height: width } : { width, height }),
    translucent: decoder !== null || hasAlpha(stream),
    traits: {
      stream: index,
      decoder,
      interlaced: !still && /^(tt|bb|tb|bt)$/.test(stream.field_order ?? ''),
      squared,
      orientation,
      untaggedBt709: !still && isUntaggedBt709(stream),
      light: colors.light ?? (colors.table ? null : lightOf(stream)),
      colors: colors.table,
      packed: PACKED.test(stream.pix_fmt ?? ''),
    },
  };
}

/** ffmpeg's own decoders drop the alpha that WebM stores separately. */
const ALPHA_DECODERS: Readonly<Record<string, string>> = { vp8: 'libvpx', vp9: 'libvpx-vp9' };

/** Pixel formats that the scaler does not convert exactly. */
const PACKED = /^(pal8|mono[bw]|rgb8|bgr8|rgb4|bgr4|(rgb|bgr)(444|555|565))/;

/** Pixel formats with alpha, and palettes, which may have it. A JPEG file never has alpha. */
function hasAlpha({ codec_name: codec, pix_fmt: format }: PictureStream): boolean {
  return codec !== 'mjpeg' && /^(yuva|rgba|bgra|argb|abgr|gbrap|ya\d|pal8)/.test(format ?? '');
}

function squaredSize(stream: PictureStream): { width: number; height: number } | null {
  const [over, under] = (stream.sample_aspect_ratio ?? '').split(':').map(Number);
  if (!over || !under || over === under || !stream.width || !stream.height) return null;
  return { width: Math.max(1, Math.round((stream.width * over) / under)), height: stream.height };
}

/** VP8 is BT.601 at any size. RGB has no matrix. */
function isUntaggedBt709(stream: PictureStream): boolean {
  const untagged = stream.color_space === undefined || stream.color_space === 'unknown';
  const yuv = /^yuva?\d/.test(stream.pix_fmt ?? '');
  return untagged && yuv && stream.codec_name !== 'vp8' && (stream.height ?? 0) >= FIRST_HD_HEIGHT;
}

function lightOf(stream: PictureStream): WideColor | null {
  if (stream.color_transfer === 'smpte2084') return 'pq';
  if (stream.color_transfer === 'arib-std-b67') return 'hlg';
  return stream.color_primaries === 'bt2020' ? 'bt2020' : null;
}

/**
 * The orientation of a display matrix. Angles other than quarter turns are ignored, because no camera writes
 * them.
 */
function matrixOrientation({ side_data_list: sideData }: PictureStream): Orientation {
  const text = sideData?.find((data) => data.displaymatrix !== undefined)?.displaymatrix;
  if (text === undefined) return 1;
  const rows = [...text.matchAll(/^\s*\d+:\s+(-?\d+)\s+(-?\d+)\s+-?\d+\s*$/gm)];
  const [a = 0, b = 0, c = 0, d = 0] = rows.slice(0, 2).flatMap((row) => [+row[1]!, +row[2]!]);
  if (b === 0 && c === 0) {
    if (a < 0) return d < 0 ? 3 : 2;
    return d < 0 ? 4 : 1;
  }
  if (a !== 0 || d !== 0) return 1;
  if (b > 0) return c > 0 ? 5 : 6;
  return c > 0 ? 8 : 7;
}
