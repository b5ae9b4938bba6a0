import { open, readFile, stat } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { JobFailure } from '../../../core/job/job-failure.js';
import {
  SNIFFED_BYTES,
  detectTextOrRawAudio,
  describeUnsupportedType,
} from '../../../core/media/file-kinds.js';
import { isDotLottie, looksLikeLottie, MAX_LOTTIE_BYTES } from '../../../core/media/lottie.js';
import { demuxerOf } from './formats.js';

const ACCEPTED =
  'Supported video formats: MP4, MOV, WebM, Matroska, AVI, MPEG, WMV, FLV, and 3GP. ' +
  'Supported audio formats: MP3, WAV, FLAC, Ogg, AAC, M4A, AIFF, AC-3, DTS, and AMR. ' +
  'Supported picture formats: JPEG, PNG, WebP, GIF, BMP, TIFF, HEIC, AVIF, SVG, and Lottie.';

/** File types that are converted before they are read. See `convert-source.ts`. */
export type ConvertedType = 'heif' | 'animated-webp' | 'svg' | 'lottie';

/** How a file is read. */
export interface SniffedFormat {
  /** The demuxer of ffmpeg. Empty if the file is converted first. */
  readonly demuxer: string;
  readonly convert: ConvertedType | null;
}

/**
 * Detects the type of a file, from its content alone.
 *
 * @throws JobFailure MEDIA_INVALID if the type is not accepted, with a description of the type
 */
export async function sniffSource(path: string, pointer: string | null): Promise<SniffedFormat> {
  const known = (await fileTypeFromFile(path).catch(() => undefined))?.ext ?? null;
  const head = await headOf(path);
  const type = refineType(known, head);
  if (type === 'heic' || type === 'avif') return { demuxer: '', convert: 'heif' };
  if (type === 'svg') return { demuxer: '', convert: 'svg' };
  if (type === 'webp' && isAnimatedWebp(head)) {
    return { demuxer: '', convert: 'animated-webp' };
  }
  if (await isLottie(path, type)) return { demuxer: '', convert: 'lottie' };
  const demuxer = type === null ? null : demuxerOf(type);
  if (demuxer !== null) return { demuxer, convert: null };
  throw new JobFailure('MEDIA_INVALID', `${describeType(type, head)} ${ACCEPTED}`, pointer);
}

/** A Lottie animation is JSON, or a ZIP archive with a manifest. */
async function isLottie(path: string, type: string | null): Promise<boolean> {
  if (type !== 'zip' && type !== 'json') return false;
  const { size } = await stat(path);
  if (size > MAX_LOTTIE_BYTES) return false;
  const file = await readFile(path);
  return type === 'zip' ? isDotLottie(file) : looksLikeLottie(file.toString('latin1'));
}

/** Kinds of text that a caption file can be. */
export type SniffedText = 'text' | 'json' | 'xml';

/** The kind of a file that contains text, from its beginning; null if it is something else. */
export async function sniffText(path: string): Promise<SniffedText | null> {
  const type = detectTextOrRawAudio(await headOf(path));
  return type === 'text' || type === 'json' || type === 'xml' ? type : null;
}

/** Returns the type from `file-type`, unless it is unknown or just XML. Then our own detection follows. */
function refineType(known: string | null, head: Uint8Array): string | null {
  if (known !== null && known !== 'xml' && known !== 'ac3') return known;
  return detectTextOrRawAudio(head) ?? known;
}

function describeType(type: string | null, head: Uint8Array): string {
  if (head.length === 0) return 'The source is an empty file.';
  if (type === null) return 'The source is a file of unknown type.';
  return `The source is ${describeUnsupportedType(type) ?? `a file of type ${type}, which is not supported`}.`;
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Whether a WebP file is animated: the second bit of the flags in its extended header (byte 20). */
function isAnimatedWebp(head: Uint8Array): boolean {
  const chunk = String.fromCharCode(...head.subarray(12, 16));
  return chunk === 'VP8X' && ((head[20] ?? 0) & 0x02) !== 0;
}
