/** A JSON Schema (draft 2020-12), or a part of one. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** Replaces the description, which belongs to the place where a schema is used, not to the schema. */
function withDescription(schema: object, description: unknown): Schema {
  const { description: _, ...rest } = schema as Schema;
  return description === undefined ? rest : { ...rest, description };
}

/**
 * Moves every schema with a `title` to `$defs` under that title and replaces it by a reference, so that
 * a schema that is used in several places is written once. Schemas with the same title must be equal.
 */
export function hoistDefinitions(root: Schema): Schema {
  const definitions: Record<string, unknown> = {};
  // Most parts are used in several places.
  const known = new Map<object, unknown>();
  const walk = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    let hoisted = known.get(value);
    if (hoisted === undefined) known.set(value, (hoisted = hoist(value)));
    return hoisted;
  };
  const hoist = (value: object): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    const { title, description } = value as Schema;
    if (typeof title !== 'string') return inside(value);
    if (!(title in definitions)) {
      definitions[title] = null;
      definitions[title] = inside(withDescription(value, undefined));
    }
    return withDescription({ $ref: `#/$defs/${title}` }, description);
  };
  const inside = (value: object) => {
    const parts: Record<string, unknown> = {};
    for (const key of Object.keys(value)) parts[key] = walk((value as Schema)[key]);
    return parts;
  };
  return { ...inside(root), $defs: definitions };
}
