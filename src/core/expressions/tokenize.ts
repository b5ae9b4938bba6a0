import { ExpressionError } from './syntax.js';

export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'sign';
  /** The token as written; for a text, its content. */
  readonly value: string;
  /** Index after the last character. */
  readonly end: number;
}

const SPACE = /\s*/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const NUMBER = /\d+(?:\.\d+)?/y;
const TEXT = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/sy;
const SIGN = /\{\{|\}\}|==|!=|<=|>=|&&|\|\||[-+*/%<>!?:|,.()[\]]/y;

const PATTERNS = [
  ['name', NAME],
  ['number', NUMBER],
  ['text', TEXT],
  ['sign', SIGN],
] as const;

/**
 * Returns the token that starts at or after a position, or null at the end.
 *
 * @throws ExpressionError for a character that belongs to no token
 */
export function nextToken(source: string, from: number): Token | null {
  SPACE.lastIndex = from;
  SPACE.test(source);
  const start = SPACE.lastIndex;
  if (start >= source.length) return null;
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    const written = pattern.exec(source)?.[0];
    if (written === undefined) continue;
    const value = kind === 'text' ? unquote(written) : written;
    return { kind, value, end: pattern.lastIndex };
  }
  const char = String.fromCodePoint(source.codePointAt(start)!);
  if (char === '"' || char === "'")
    throw new ExpressionError(`The text that starts with ${char} is not closed.`);
  if (char === '=') throw new ExpressionError('"=" is not a comparison. Use "==".');
  throw new ExpressionError(`${JSON.stringify(char)} is not allowed in an expression.`);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

function unquote(written: string): string {
  return written
    .slice(1, -1)
    .replace(/\\(.)/gs, (_, char: string) =>
      Object.hasOwn(ESCAPES, char) ? ESCAPES[char]! : char,
    );
}
