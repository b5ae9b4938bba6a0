import { isJsonObject, type JsonObject } from '../../../util/json-object.js';

/** An expression, and what calculates or compares in it. */
const EXPRESSION = /\{\{([^{}]{1,500})\}\}/g;
const CALCULATES = /[-+*/%<>]|\b(?:min|max)\s*\(/;
const TEXT = /"[^"]*"|'[^']*'/g;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/g;
/** Texts that are written as numbers are, so that they look the same as numbers. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{0,8}[1-9])?$/;

/** The names in all expressions of a movie that calculate or compare with numbers. */
export function calculatedNames(movie: JsonObject): ReadonlySet<string> {
  const found = { calculated: new Set<string>(), joined: new Set<string>() };
  const open: unknown[] = Object.entries(movie)
    .filter(([name]) => name !== 'variables')
    .map(([, value]) => value);
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') addNames(value, found);
    else if (typeof value === 'object' && value !== null)
      for (const member of Object.values(value)) open.push(member);
  }
  // A text can be joined to another one, and a number cannot.
  return new Set([...found.calculated].filter((name) => !found.joined.has(name)));
}

function addNames(
  text: string,
  { calculated, joined }: { readonly calculated: Set<string>; readonly joined: Set<string> },
): void {
  if (!text.includes('{{')) return;
  for (const [, inside = ''] of text.matchAll(EXPRESSION)) {
    const plain = inside.replace(TEXT, '');
    const names = plain.includes('+') && plain !== inside ? joined : calculated;
    if (CALCULATES.test(plain)) for (const [name] of plain.matchAll(NAME)) names.add(name);
  }
}

/**
 * Variables with numbers in place of texts, where expressions calculate with them. JSON2Video does so, and tools without code
 * send all values as texts.
 */
export function withNumbers(variables: JsonObject, names: ReadonlySet<string>): JsonObject {
  if (names.size === 0) return variables;
  const convert = (name: string, value: unknown): unknown => {
    if (typeof value === 'string') return names.has(name) && NUMBER.test(value) ? +value : value;
    if (Array.isArray(value)) return value.map((item) => convert(name, item));
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, convert(key, item)]),
    );
  };
  return Object.fromEntries(
    Object.entries(variables).map(([key, item]) => [key, convert(key, item)]),
  );
}
