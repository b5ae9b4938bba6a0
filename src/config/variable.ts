import type { Parser } from './parsers.js';

/** An environment variable. The parser, the documentation, and its test use this description. */
export interface Variable<T> {
  readonly name: string;
  /** Another spelling, which takes precedence over `name`. */
  readonly alias?: string;
  readonly parse: Parser<T>;
  readonly fallback: T;
  /** The default in the documentation. */
  readonly fallbackText: string;
  readonly doc: string;
  /** True if the value must never appear in a message or a log. */
  readonly secret: boolean;
  /** True if blanks at the ends belong to the value. */
  readonly keepsBlanks?: boolean;
}

/** A variable with a default, whose value is not a secret. */
export function variable<T>(definition: Omit<Variable<T>, 'secret' | 'alias'>): Variable<T> {
  return { ...definition, secret: false };
}

/** A variable without a default. `without` describes what happens when it is not set. */
export function optional<T>(name: string, parse: Parser<T>, without: string, doc: string) {
  return variable<T | null>({ name, parse, fallback: null, fallbackText: without, doc });
}

export function secret<T>(variable: Variable<T>): Variable<T> {
  return { ...variable, secret: true };
}

/** A variable that other programs also read in lowercase. As in curl, that spelling takes precedence. */
export function withLowerCase<T>(variable: Variable<T>): Variable<T> {
  return { ...variable, alias: variable.name.toLowerCase() };
}
