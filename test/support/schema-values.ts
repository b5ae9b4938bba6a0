import fc from 'fast-check';
import type { Schema } from '../../src/core/fields/schema.js';

type Definitions = Readonly<Record<string, Schema>>;

/** Deeper values get only their required members, so that generation ends. */
const MAX_DEPTH = 5;

/**
 * An arbitrary of values that a JSON Schema describes, made from the schema itself. Covers the keywords that
 * the schemas of the service use. Texts with a pattern come from a list of likely ones, so some of these do
 * not match.
 */
export function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  return arbitraryOf(schema, schema['$defs'] as Definitions, 0);
}

function arbitraryOf(
  schema: Schema,
  definitions: Definitions,
  depth: number,
): fc.Arbitrary<unknown> {
  const inside = (part: unknown) => arbitraryOf(part as Schema, definitions, depth + 1);
  const reference = schema['$ref'];
  if (typeof reference === 'string') return inside(definitions[reference.slice('#/$defs/'.length)]);
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
  if (choices !== undefined) return fc.oneof(...choices.map(inside));
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  switch (schema['type']) {
    case 'object':
      return objects(schema, inside, depth);
    case 'array':
      return lists(schema, inside, depth);
    case 'integer':
    case 'number':
      return numbers(schema);
    case 'boolean':
      return fc.boolean();
    case 'string':
      return texts(schema);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

type Inside = (part: unknown) => fc.Arbitrary<unknown>;

function objects(schema: Schema, inside: Inside, depth: number): fc.Arbitrary<unknown> {
  const required = (schema['required'] ?? []) as string[];
  const members = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)
    // One spelling of each name.
    .filter(([name]) => !name.includes('_'))
    .filter(([name]) => depth < MAX_DEPTH || required.includes(name));
  const named = Object.fromEntries(members.map(([name, member]) => [name, inside(member)]));
  // Few of the many optional members at once, as authors write.
  const optional = members.map(([name]) => name).filter((name) => !required.includes(name));
  return fc
    .subarray(optional, { maxLength: Math.min(4, optional.length) })
    .chain((chosen) =>
      fc.record(Object.fromEntries([...required, ...chosen].map((name) => [name, named[name]!]))),
    );
}

function lists(schema: Schema, inside: Inside, depth: number): fc.Arbitrary<unknown> {
  const least = Number(schema['minItems'] ?? 0);
  const most = Math.max(least, depth < MAX_DEPTH ? 3 : 0);
  return fc.array(inside(schema['items'] ?? {}), { minLength: least, maxLength: most });
}

function numbers(schema: Schema): fc.Arbitrary<unknown> {
  const min = Number(schema['minimum'] ?? -1_000_000);
  const max = Number(schema['maximum'] ?? 1_000_000);
  if (schema['type'] === 'number')
    return fc.oneof(fc.constantFrom(min, max), fc.double({ min, max, noNaN: true }));
  const step = Number(schema['multipleOf'] ?? 1);
  return fc
    .integer({ min: Math.ceil(min / step), max: Math.floor(max / step) })
    .map((number) => number * step);
}

const LIKELY_TEXTS = [
  '#102030',
  '#10203040',
  '50%',
  '1s',
  'a',
  'https://example.com/a.mp4',
  'left',
  '00:01:00',
];

function texts(schema: Schema): fc.Arbitrary<unknown> {
  if (schema['pattern'] !== undefined) return fc.constantFrom(...LIKELY_TEXTS);
  return fc.string({ maxLength: Math.min(40, Number(schema['maxLength'] ?? 40)) });
}
