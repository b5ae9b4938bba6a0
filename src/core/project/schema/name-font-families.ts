import type { Schema } from '../../fields/schema.js';

const NAMES: ReadonlySet<string> = new Set(['font-family', 'font_family']);

/**
 * Adds the installed font families to a schema as examples, so that editors suggest them. They are no enumeration,
 * because the reader ignores case and has replacements for common fonts.
 */
export function nameFontFamilies(schema: Schema, families: readonly string[]): Schema {
  const inner = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => inner(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, part]) => [key, inner(part, key)]);
    const copy = Object.fromEntries(entries) as Schema;
    return NAMES.has(name) ? { ...copy, examples: families } : copy;
  };
  return inner(schema, '') as Schema;
}
