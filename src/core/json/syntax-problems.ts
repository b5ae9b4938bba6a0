import { formatValue } from '../fields/issues.js';

/** A deviation of a text from the JSON grammar: its position, a description, and advice. */
export interface SyntaxProblem {
  /** Index of the first invalid UTF-16 code unit. */
  readonly position: number;
  /** A clause without a full stop. */
  readonly problem: string;
  /** A sentence. */
  readonly advice: string | null;
}

const WORD = /[\p{L}_$][\p{L}\p{N}_$.-]{0,59}/uy;
const NUMBER = /[+-]?\.?\d[\w.+-]{0,59}/y;
/** The valid beginning of a string. */
const TEXT_START = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
/** Characters that look like spaces but are not valid in JSON. */
const INVISIBLE = /[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]/;

/** Words of other languages and their JSON equivalents, in lowercase. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['null', 'null'],
  ['none', 'null'],
  ['nil', 'null'],
  ['undefined', 'null'],
]);

const COMMENT = ['unexpected comment', 'JSON has no comments. Remove it.'] as const;
const TRAILING_COMMA = (closing: string) =>
  [`unexpected comma before ${closing}`, 'Remove the comma.'] as const;

/** The problem at a position without a valid value or a double quote. */
export function invalidValue(text: string, at: number): SyntaxProblem {
  const char = text[at] ?? '';
  if (text.startsWith('[object ', at - 1)) {
    return problemAt(at, 'unexpected "[object"', 'Serialize the object to JSON before sending it.');
  }
  const general = commonProblem(text, at);
  if (general) return general;
  if (char === ']' || char === '}') {
    return lastBefore(text, at) === ','
      ? problemAt(at, ...TRAILING_COMMA(char))
      : problemAt(at, 'expected a value', null);
  }
  const word = matchAt(WORD, text, text[at] === '-' ? at + 1 : at);
  if (word !== null) return wordProblem(at, word);
  const number = matchAt(NUMBER, text, at);
  if (number !== null) {
    const advice =
      'JSON numbers are decimal and have no leading zero or plus sign, and digits on both sides of the decimal point.';
    return problemAt(at, `${formatValue(number)} is not a valid number`, advice);
  }
  return problemAt(at, 'expected a value', null);
}

/** The problem at a position in an object without a name in double quotes. */
export function invalidName(text: string, at: number): SyntaxProblem {
  const char = text[at] ?? '';
  const general = commonProblem(text, at);
  if (general) return general;
  if (char === '}') return problemAt(at, ...TRAILING_COMMA(char));
  if (text.startsWith('{', at) && text[at - 1] === '{') {
    return problemAt(at, 'unexpected {{ outside a string', 'Put {{ }} in double quotes.');
  }
  if (/\d/.test(char) && /\d,$/.test(text.slice(at - 2, at))) {
    return problemAt(
      at,
      'expected a name in double quotes',
      'Use a point as the decimal separator.',
    );
  }
  const word = matchAt(WORD, text, at);
  const problem =
    word === null
      ? 'expected a name in double quotes'
      : `the name ${formatValue(word)} needs double quotes`;
  return problemAt(at, problem, null);
}

/** The problem after a value without a comma or a closing bracket. */
export function missingComma(text: string, at: number, closing: string): SyntaxProblem {
  if (isComment(text, at)) return problemAt(at, ...COMMENT);
  const inText = text[at - 1] === '"' && /[\p{L}\p{N}]/u.test(text[at] ?? '');
  return problemAt(
    at,
    `expected a comma or ${closing}`,
    inText ? 'Write a double quote in a string as \\".' : null,
  );
}

/** The problem of a string that does not end, or that contains a character that must be escaped. */
export function invalidString(text: string, start: number): SyntaxProblem {
  const end = start + (matchAt(TEXT_START, text, start) ?? '"').length;
  const char = text[end];
  if (char === undefined) return problemAt(start, 'the string that begins here does not end', null);
  if (char === '\\') {
    return problemAt(
      end,
      `${formatValue(text.slice(end, end + 2))} is not a valid escape sequence`,
      'Write a backslash as \\\\.',
    );
  }
  const [name, escape] = controlName(char);
  return problemAt(
    end,
    `unescaped ${name} in a string`,
    `Write it as ${escape}, or end the string with a double quote before it.`,
  );
}

/** The problem of a text that is empty or ends before all brackets are closed. */
export function unexpectedEnd(text: string, closing: string | null): SyntaxProblem {
  const position = text.length;
  if (closing !== null)
    return problemAt(position, `the text ends before the closing ${closing}`, null);
  return problemAt(position, 'the text is empty', null);
}

/** Problems that can occur at any position. */
function commonProblem(text: string, at: number): SyntaxProblem | null {
  const char = text[at] ?? '';
  if (isComment(text, at)) return problemAt(at, ...COMMENT);
  if (char === "'" || char === '`') {
    return problemAt(at, `unexpected quote ${char}`, 'JSON strings use double quotes.');
  }
  if (/[\u2018-\u201f\u00ab\u00bb]/.test(char)) {
    return problemAt(
      at,
      `unexpected typographic quote ${char}`,
      'JSON strings use straight double quotes (").',
    );
  }
  if (INVISIBLE.test(char)) {
    return problemAt(at, `unexpected character ${codePoint(char)}, which looks like a space`, null);
  }
  return null;
}

function wordProblem(at: number, word: string): SyntaxProblem {
  if (/^(nan|inf|infinity)$/i.test(word)) {
    return problemAt(at, `${word} is not a valid number`, 'Use a number or null.');
  }
  const meant = WORDS.get(word.toLowerCase());
  if (meant !== undefined && meant !== word) {
    return problemAt(at, `${word} is not a valid value`, `Use ${meant}.`);
  }
  return problemAt(at, `${formatValue(word)} needs double quotes`, null);
}

function isComment(text: string, at: number): boolean {
  return text.startsWith('//', at) || text.startsWith('/*', at) || text[at] === '#';
}

function controlName(char: string): readonly [string, string] {
  if (char === '\n') return ['line break', '\\n'];
  if (char === '\r') return ['line break', '\\r\\n'];
  if (char === '\t') return ['tab', '\\t'];
  const digits = char.charCodeAt(0).toString(16).padStart(4, '0');
  return [`control character ${codePoint(char)}`, `\\u${digits}`];
}

function codePoint(char: string): string {
  return `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The last character before a position that is not white space. */
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
