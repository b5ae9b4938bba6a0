import { formatValue } from '../fields/issues.js';

/** Where a text leaves the grammar of JSON, what stands there, and what to do about it. */
export interface SyntaxProblem {
  /** Index of the first wrong UTF-16 code unit. */
  readonly position: number;
  /** A clause without a full stop. */
  readonly problem: string;
  /** A sentence. */
  readonly advice: string | null;
}

const WORD = /[\p{L}_$][\p{L}\p{N}_$.-]{0,59}/uy;
const NUMBER = /[+-]?\.?\d[\w.+-]{0,59}/y;
/** A text up to what ends it or may not stand in it. */
const TEXT_START = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
/** Blanks to people, not to JSON. */
const INVISIBLE = /[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]/;

/** What others write for the words of JSON, in lower case. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['null', 'null'],
  ['none', 'null'],
  ['nil', 'null'],
  ['undefined', 'null'],
]);

const COMMENT = ['a comment stands here', 'JSON has no comments; remove it.'] as const;
const TRAILING_COMMA = (closing: string) =>
  [`a comma stands before this ${closing}`, 'Remove the comma.'] as const;

/** A place that has no value of JSON, and no double quote. */
export function invalidValue(text: string, at: number): SyntaxProblem {
  const char = text[at] ?? '';
  if (text.startsWith('[object ', at - 1)) {
    return problemAt(
      at,
      '"[object" stands here',
      'The sender has to turn its object into JSON first.',
    );
  }
  const general = commonProblem(text, at);
  if (general) return general;
  if (char === ']' || char === '}') {
    return lastBefore(text, at) === ','
      ? problemAt(at, ...TRAILING_COMMA(char))
      : problemAt(at, 'a value is missing or misspelt', null);
  }
  const word = matchAt(WORD, text, text[at] === '-' ? at + 1 : at);
  if (word !== null) return wordProblem(at, word);
  const number = matchAt(NUMBER, text, at);
  if (number !== null) {
    const advice = 'JSON has no leading zero, plus sign, bare point or other base.';
    return problemAt(at, `the number ${formatValue(number)} is misspelt`, advice);
  }
  return problemAt(at, 'a value is missing or misspelt', null);
}

/** A place in an object that has no name in double quotes. */
export function invalidName(text: string, at: number): SyntaxProblem {
  const char = text[at] ?? '';
  const general = commonProblem(text, at);
  if (general) return general;
  if (char === '}') return problemAt(at, ...TRAILING_COMMA(char));
  if (text.startsWith('{', at) && text[at - 1] === '{') {
    return problemAt(at, '{{ stands outside a text', 'Put {{ }} into double quotes.');
  }
  if (/\d/.test(char) && /\d,$/.test(text.slice(at - 2, at))) {
    return problemAt(at, 'a name in double quotes is missing', 'Write decimals with a point.');
  }
  const word = matchAt(WORD, text, at);
  const problem =
    word === null
      ? 'a name in double quotes is missing'
      : `the name ${formatValue(word)} stands without double quotes`;
  return problemAt(at, problem, null);
}

/** A place after a value that has neither a comma nor what closes the bracket. */
export function missingComma(text: string, at: number, closing: string): SyntaxProblem {
  if (isComment(text, at)) return problemAt(at, ...COMMENT);
  const inText = text[at - 1] === '"' && /[\p{L}\p{N}]/u.test(text[at] ?? '');
  return problemAt(
    at,
    `a comma or ${closing} is missing`,
    inText ? 'Write a double quote within a text as \\".' : null,
  );
}

/** A text in double quotes that has no end, or holds what has to be escaped. */
export function invalidString(text: string, start: number): SyntaxProblem {
  const end = start + (matchAt(TEXT_START, text, start) ?? '"').length;
  const char = text[end];
  if (char === undefined) return problemAt(start, 'the text that begins here has no end', null);
  if (char === '\\') {
    return problemAt(
      end,
      `${formatValue(text.slice(end, end + 2))} is no escape of JSON`,
      'Write a backslash as \\\\.',
    );
  }
  const [name, escape] = controlName(char);
  return problemAt(
    end,
    `${name} stands unescaped within a text`,
    `Write it as ${escape}, or close the text with a double quote before it.`,
  );
}

/** A text that is over while brackets are open, or empty. */
export function unexpectedEnd(text: string, closing: string | null): SyntaxProblem {
  const position = text.length;
  if (closing !== null) return problemAt(position, `the text ends before its ${closing}`, null);
  return problemAt(position, 'the text is empty', null);
}

/** What can stand wrongly in any place. */
function commonProblem(text: string, at: number): SyntaxProblem | null {
  const char = text[at] ?? '';
  if (isComment(text, at)) return problemAt(at, ...COMMENT);
  if (char === "'" || char === '`') {
    return problemAt(at, `the quote ${char} stands here`, 'JSON has double quotes only.');
  }
  if (/[\u2018-\u201f\u00ab\u00bb]/.test(char)) {
    return problemAt(
      at,
      `the typographic quote ${char} stands here`,
      'JSON has straight quotes only: ".',
    );
  }
  if (INVISIBLE.test(char)) {
    return problemAt(
      at,
      `the character ${codePoint(char)} stands here, which looks like a blank`,
      null,
    );
  }
  return null;
}

function wordProblem(at: number, word: string): SyntaxProblem {
  if (/^(nan|inf|infinity)$/i.test(word)) {
    return problemAt(at, `${word} is no number of JSON`, 'Give a number, or null.');
  }
  const meant = WORDS.get(word.toLowerCase());
  if (meant !== undefined && meant !== word) {
    return problemAt(at, `${word} is no value of JSON`, `Write ${meant}.`);
  }
  return problemAt(at, `${formatValue(word)} stands without double quotes`, null);
}

function isComment(text: string, at: number): boolean {
  return text.startsWith('//', at) || text.startsWith('/*', at) || text[at] === '#';
}

function controlName(char: string): readonly [string, string] {
  if (char === '\n') return ['a line break', '\\n'];
  if (char === '\r') return ['a line break', '\\r\\n'];
  if (char === '\t') return ['a tab', '\\t'];
  const digits = char.charCodeAt(0).toString(16).padStart(4, '0');
  return [`the control character ${codePoint(char)}`, `\\u${digits}`];
}

function codePoint(char: string): string {
  return `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The last character before a place that is no space. */
function lastBefore(text: string, at: number): string | undefined {
  let index = at - 1;
  while (index >= 0 && ' \t\n\r'.includes(text[index]!)) index--;
  return text[index];
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function problemAt(position: number, problem: string, advice: string | null): SyntaxProblem {
  return { position, problem, advice };
}
