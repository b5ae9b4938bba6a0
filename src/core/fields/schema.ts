/** A JSON Schema (draft 2020-12), or a part of one. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** A schema with another description, or without one: it tells of a place, not of the thing. */
function described(schema: object, description: unknown): Schema {
  const { description: _, ...rest } = schema as Schema;
  return description === undefined ? rest : { ...rest, description };
}

/**
 * Moves every schema with a `title` into `$defs` under that title and puts a reference in its place,
 * so that what stands in several places is told once. Schemas of one title must be the same.
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
        definitions[title] = inside(described(value, undefined));
      }
      return described({ $ref: `#/$defs/${title}` }, (value as Schema)['description']);
    }
    return inside(value);
  };
  const inside = (value: object) =>
    Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walk(part, false)]));
  return { ...(walk(root, true) as Schema), $defs: definitions };
}
