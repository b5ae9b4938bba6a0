import type { Parser } from './parsers.js';

/** One environment variable: the single source for parsing, for the docs and for their test. */
export interface Variable<T> {
  readonly name: string;
  /** Another spelling, which counts before `name`. */
  readonly alias?: string;
  readonly parse: Parser<T>;
  readonly fallback: T;
  /** The default as the documentation writes it. */
  readonly fallbackText: string;
  readonly doc: string;
  /** Its value never appears in a message or a log. */
  readonly secret: boolean;
}

export function variable<T>(
  name: string,
  parse: Parser<T>,
  fallback: T,
  fallbackText: string,
  doc: string,
): Variable<T> {
  return { name, parse, fallback, fallbackText, doc, secret: false };
}

/** A variable that may be left out; `without` says what happens then. */
export function optional<T>(name: string, parse: Parser<T>, without: string, doc: string) {
  return variable<T | null>(name, parse, null, without, doc);
}

export function secret<T>(variable: Variable<T>): Variable<T> {
  return { ...variable, secret: true };
}

/** A variable that other programs know in lower case too; as in curl, that spelling comes first. */
export function withLowerCase<T>(variable: Variable<T>): Variable<T> {
  return { ...variable, alias: variable.name.toLowerCase() };
}
