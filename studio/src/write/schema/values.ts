import { alternativesOf } from './alternatives.js';
import { arePositions, uniquePositions } from './positions.js';
import type { Schema } from './types.js';

/** A value as fields and lists show it: a text without quotes, and anything else as JSON. */
export function plainText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The values that schemas name: enumerations, `true` and `false`, and examples such as installed fonts. */
export function namedValues(schemas: readonly Schema[]): unknown[] {
  const values = schemas.flatMap((schema) => {
    const { enum: values } = schema;
    if (values !== undefined) return arePositions(values) ? uniquePositions(values) : values;
    if (schema.type === 'boolean') return [true, false];
    return [...(schema.examples ?? [])];
  });
  return [...new Set(values)];
}

/** Whether a value can be a color, such as `#1F2A5C`. */
export function isColor({ type, pattern = '' }: Schema): boolean {
  return type === 'string' && pattern.startsWith('^#[0-9a-fA-F]{6}');
}

/** Whether a color can be transparent. */
export function hasAlpha({ pattern = '' }: Schema): boolean {
  return pattern.includes('{2}');
}

/** Whether a value can be the address of a file, among them uploaded ones. */
export function isAddress({ type, pattern = '' }: Schema): boolean {
  return type === 'string' && pattern.includes('[aA][sS][sS][eE][tT]:');
}

/** What a new value is at first: an object with its required properties, an empty list, or the default. */
export function newValue(root: Schema, schema: Schema): unknown {
  const [first = {}] = alternativesOf(root, schema);
  const { required = [], properties = {} } = first;
  if (first.enum !== undefined) return first.default ?? first.enum[0];
  switch (first.type) {
    case 'object':
      return Object.fromEntries(
        required.map((name) => [name, newValue(root, properties[name] ?? {})]),
      );
    case 'array':
      return [];
    case 'boolean':
      return first.default !== true;
    case 'integer':
    case 'number':
      return first.default ?? Math.max(first.minimum ?? 0, 0);
    default:
      return first.default ?? (isColor(first) ? '#FFFFFF' : '');
  }
}
