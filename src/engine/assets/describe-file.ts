import { stat } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { type SniffedText, sniffSource, sniffText } from '../media/formats/sniff-source.js';

/** Fonts can be `font-url`. */
const FONTS: ReadonlySet<string> = new Set(['ttf', 'otf', 'ttc', 'woff', 'woff2']);

/** Types of `file-type` that are text. It knows none of the other caption formats. */
const TEXT_TYPES: ReadonlySet<string> = new Set(['xml', 'vtt']);

/** Texts can be captions: lines of text, the JSON of a speech tool, or TTML. A lookup table is lines of text, too. */
const TEXTS: Readonly<Record<SniffedText, string>> = {
  text: 'text/plain; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml',
};

/** Lookup tables of colors are the largest. */
const MOST_TEXT_BYTES = 32 << 20;

const UNKNOWN = 'application/octet-stream';

/**
 * The media type of a file that can be a source, a font, a caption file, or a lookup table, from its content alone.
 *
 * @throws JobFailure MEDIA_INVALID for any other file, as for a source
 */
export async function describeFile(path: string): Promise<string> {
  const type = await fileTypeFromFile(path).catch(() => undefined);
  if (type && FONTS.has(type.ext)) return type.mime;
  const lottie = await describeLottie(path, type?.ext);
  if (lottie !== null) return lottie;
  const text = !type || TEXT_TYPES.has(type.ext) ? await sniffText(path) : null;
  if (text !== null && (await stat(path)).size <= MOST_TEXT_BYTES) return TEXTS[text];
  const { convert } = await sniffSource(path, null);
  return convert === 'svg' ? 'image/svg+xml' : (type?.mime ?? UNKNOWN);
}

/** The media type of a Lottie animation, registered with IANA, or of a dotLottie file. Null for anything else. */
async function describeLottie(path: string, ext: string | undefined): Promise<string | null> {
  if (ext !== undefined && ext !== 'zip') return null;
  if (ext === undefined && (await sniffText(path)) !== 'json') return null;
  const { convert } = await sniffSource(path, null).catch(() => ({ convert: null }));
  if (convert !== 'lottie') return null;
  return ext === 'zip' ? 'application/zip+dotlottie' : 'video/lottie+json';
}
