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
  const walk = (value: unknown, isRoot: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, false));
    if (typeof value !== 'object' || value === null) return value;
    const { title } = value as Schema;
    if (!isRoot && typeof title === 'string') {
      if (!(title in definitions)) {
        definitions[title] = null;
        definitions[title] = inside(withDescription(value, undefined));
      }
      return withDescription({ $ref: `#/$defs/${title}` }, (value as Schema)['description']);
    }
    return inside(value);
  };
  const inside = (value: object) =>
    Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walk(part, false)]));
  return { ...(walk(root, true) as Schema), $defs: definitions };
}
