/** A kind of file that cannot be read as captions, recognized by its first characters. */
interface UnsupportedFormat {
  readonly pattern: RegExp;
  /** Sentences that say what the file is and what to do. */
  readonly problem: string;
}

const CONVERT = 'Convert them to SRT or WebVTT.';
const USE_CAPTION_FILE = 'Provide the caption file itself.';

const UNSUPPORTED_FORMATS: readonly UnsupportedFormat[] = [
  { pattern: /^\{\\rtf/, problem: 'The captions are an RTF document. Save them as plain text.' },
  {
    pattern: /^PK\p{Cc}{2}/u,
    problem: `The captions are a ZIP archive or an Office document. ${USE_CAPTION_FILE}`,
  },
  { pattern: /^%PDF-/, problem: `The captions are a PDF document. ${USE_CAPTION_FILE}` },
  {
    pattern: /^<(?:!doctype html|html)[\s>]/i,
    problem: 'The captions are a web page. Provide the URL of the caption file itself.',
  },
  { pattern: /^<sami[\s>]/i, problem: `SAMI captions are not supported. ${CONVERT}` },
  {
    pattern: /^Scenarist_SCC/,
    problem: `SCC captions (CEA-608) are not supported. ${CONVERT}`,
  },
  {
    pattern: /^\{\d{1,9}\}\{\d{0,9}\}/,
    problem: `MicroDVD captions are not supported, because their times are frame numbers and the file might not name the frame rate. ${CONVERT}`,
  },
  {
    pattern: /^\[\d{1,9}\]\[\d{0,9}\]/,
    problem: `MPL2 captions are not supported. ${CONVERT}`,
  },
  {
    pattern: /^# VobSub index|^PG\p{Cc}/u,
    problem:
      'The captions are images (VobSub or PGS), not text. Provide a text-based caption file.',
  },
];

/** Describes the problem if a file is known not to be a supported caption file; otherwise null. */
export function unsupportedFormatProblem(text: string): string | null {
  const head = text.slice(0, 1000).trimStart();
  return UNSUPPORTED_FORMATS.find(({ pattern }) => pattern.test(head))?.problem ?? null;
}
