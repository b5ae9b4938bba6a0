/** A kind of file that is no caption file that is read, and how its first lines tell it. */
interface ForeignFormat {
  readonly is: RegExp;
  /** A sentence on what it is and what to do. */
  readonly problem: string;
}

const CONVERT = 'convert it to SRT or WebVTT';

const FOREIGN: readonly ForeignFormat[] = [
  { is: /^\{\\rtf/, problem: 'The captions are a document (RTF): save them as plain text.' },
  {
    is: /^PK\p{Cc}{2}/u,
    problem: 'The captions are a ZIP archive or an Office document: give the caption file itself.',
  },
  { is: /^%PDF-/, problem: 'The captions are a PDF: give the caption file itself.' },
  {
    is: /^<(?:!doctype html|html)[\s>]/i,
    problem: 'The captions are a web page: give the address of the caption file itself.',
  },
  { is: /^<sami[\s>]/i, problem: `The captions are SAMI, which is not read: ${CONVERT}.` },
  {
    is: /^Scenarist_SCC/,
    problem: `The captions are SCC (CEA-608), which is not read: ${CONVERT}.`,
  },
  {
    is: /^\{\d{1,9}\}\{\d{0,9}\}/,
    problem: `The captions are MicroDVD, whose times are frames of a rate that the file need not name: ${CONVERT}.`,
  },
  {
    is: /^\[\d{1,9}\]\[\d{0,9}\]/,
    problem: `The captions are MPL2, which is not read: ${CONVERT}.`,
  },
  {
    is: /^# VobSub index|^PG\p{Cc}/u,
    problem: 'The captions are pictures (VobSub, PGS), not text: give a caption file of text.',
  },
];

/** What is wrong with a file that is known as something else than captions; null: it is not. */
export function foreignProblem(text: string): string | null {
  const head = text.slice(0, 1000).trimStart();
  return FOREIGN.find(({ is }) => is.test(head))?.problem ?? null;
}
