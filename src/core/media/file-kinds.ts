/** Number of bytes from which the type of a file is detected. */
export const SNIFFED_BYTES = 4096;

/**
 * File types that are not supported, in words, with what to do about them. The keys are the types that
 * `file-type` and {@link detectTextOrRawAudio} return.
 */
const REFUSED: Readonly<Record<string, string>> = {
  svg: 'an SVG drawing',
  html: 'a web page, not a media file. Use the address of the file itself',
  xml: 'an XML document',
  json: 'a JSON document',
  playlist: 'an HLS playlist, which only refers to other files. Use an MP4 file',
  script: 'a list of other files',
  text: 'text',
  pdf: 'a PDF. Export the page as PNG',
  jxl: 'a JPEG XL picture. Convert it to PNG or JPEG',
  jp2: 'a JPEG 2000 picture. Convert it to PNG or JPEG',
  jpx: 'a JPEG 2000 picture. Convert it to PNG or JPEG',
  jpm: 'a JPEG 2000 picture. Convert it to PNG or JPEG',
  mj2: 'a Motion JPEG 2000 video. Convert it to MP4',
  qoi: 'a QOI picture. Convert it to PNG',
  psd: 'a Photoshop document. Export it as PNG',
  ai: 'an Illustrator document. Export it as PNG',
  eps: 'a PostScript drawing. Export it as PNG',
  ps: 'a PostScript drawing. Export it as PNG',
  ico: 'an icon. Convert it to PNG',
  cur: 'a cursor. Convert it to PNG',
  icns: 'an icon. Convert it to PNG',
  exr: 'an OpenEXR picture. Convert it to PNG',
  dng: 'a raw photo. Export it as JPEG',
  cr2: 'a raw photo. Export it as JPEG',
  cr3: 'a raw photo. Export it as JPEG',
  nef: 'a raw photo. Export it as JPEG',
  arw: 'a raw photo. Export it as JPEG',
  rw2: 'a raw photo. Export it as JPEG',
  orf: 'a raw photo. Export it as JPEG',
  raf: 'a raw photo. Export it as JPEG',
  mxf: 'an MXF video. Convert it to MP4 or MOV',
  rm: 'a RealMedia file. Convert it to MP4',
  swf: 'a Flash file. Convert it to MP4',
  mid: 'a MIDI file, which contains notes instead of sound. Render it to WAV',
  wv: 'a WavPack file. Convert it to FLAC',
  ape: "a Monkey's Audio file. Convert it to FLAC",
  mpc: 'a Musepack file. Convert it to MP3',
  dsf: 'a DSD file. Convert it to FLAC',
  voc: 'a VOC file. Convert it to WAV',
  zip: 'a ZIP archive. Extract the file that you need',
  rar: 'a RAR archive. Extract the file that you need',
  '7z': 'a 7-Zip archive. Extract the file that you need',
  gz: 'a compressed file (gzip). Extract the file that you need',
  tar: 'a TAR archive. Extract the file that you need',
  docx: 'a Word document',
  xlsx: 'an Excel workbook',
  pptx: 'a PowerPoint presentation. Export it as a video or as pictures',
  cfb: 'an old Office document',
  ttf: 'a font. To use it, set "font-url" to its address',
  otf: 'a font. To use it, set "font-url" to its address',
  woff: 'a font. To use it, set "font-url" to its address',
  woff2: 'a font. To use it, set "font-url" to its address',
  exe: 'a program',
  elf: 'a program',
};

/** Describes an unsupported file type, or returns null for a type without a description. */
export function describeUnsupportedType(type: string): string | null {
  return Object.hasOwn(REFUSED, type) ? REFUSED[type]! : null;
}

/**
 * Detects types that `file-type` does not: text, and sound without a container.
 *
 * @param head up to {@link SNIFFED_BYTES} bytes
 * @returns null if the type is unknown
 */
export function detectTextOrRawAudio(head: Uint8Array): string | null {
  const first = head.length >= 4 ? viewOf(head).getUint32(0) : 0;
  // ETSI TS 102 114, 5.3, in both byte orders and both word widths.
  if ([0x7ffe8001, 0xfe7f0180, 0x1fffe800, 0xff1f00e8].includes(first)) return 'dts';
  // ETSI TS 102 366, E.1.3.1.6: a stream of version 16 is E-AC-3.
  if (first >>> 16 === 0x0b77 && head.length > 5) return head[5]! >> 3 > 10 ? 'eac3' : 'ac3';
  if (textAt(head, 0, 4) === 'caff') return 'caf';
  if (textAt(head, 0, 4) === 'qoif') return 'qoi';
  if (textAt(head, 0, 4) === '.RMF') return 'rm';
  return textType(head);
}

function textType(head: Uint8Array): string | null {
  const text = decodedText(head);
  if (text === null) return null;
  const start = text.trimStart().slice(0, 1000).toLowerCase();
  if (/^<(!doctype html|html|head|body|script|meta)\b/.test(start)) return 'html';
  if (start.startsWith('<')) {
    const lower = text.toLowerCase();
    if (lower.includes('<svg')) return 'svg';
    return lower.includes('<html') ? 'html' : 'xml';
  }
  if (start.startsWith('#extm3u')) return 'playlist';
  if (start.startsWith('ffconcat')) return 'script';
  if (/^[[{]/.test(start)) return 'json';
  return start === '' ? null : 'text';
}

/** @returns null if the bytes are not UTF-8 or UTF-16 text */
function decodedText(head: Uint8Array): string | null {
  const wide = head[0] === 0xff && head[1] === 0xfe;
  const swapped = head[0] === 0xfe && head[1] === 0xff;
  const start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const units: number[] = [];
  if (wide || swapped) {
    const view = viewOf(head);
    for (let at = 2; at + 2 <= head.length; at += 2) units.push(view.getUint16(at, wide));
  } else {
    units.push(...head.subarray(start));
  }
  const control = units.some((unit) => unit < 9 || (unit > 13 && unit < 32 && unit !== 27));
  // Only ASCII characters matter here, so other bytes may be decoded wrongly.
  return control || units.length === 0 ? null : String.fromCharCode(...units);
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
