import type { Schema } from './types.js';

/** Stands for a text with `{{ }}`, which nearly every value of a template can be. */
const EXPRESSION = '#/$defs/expression';

/**
 * The schemas of which a value has to match one: references are followed, and `anyOf` and `oneOf` are flat. What is
 * said at the place where a schema is used, such as its description, replaces what the schema says of itself. That a
 * value can be an expression is left out.
 */
export function alternativesOf(root: Schema, schema: Schema): Schema[] {
  const { $ref, anyOf, oneOf, ...own } = schema;
  if ($ref === EXPRESSION) return [];
  if ($ref !== undefined) {
    const target = root.$defs?.[$ref.slice('#/$defs/'.length)];
    return target === undefined ? [] : alternativesOf(root, { ...target, ...own });
  }
  const choices = anyOf ?? oneOf;
  if (choices === undefined) return [schema];
  const place: Schema = {
    ...('description' in own ? { description: own.description } : {}),
    ...('default' in own ? { default: own.default } : {}),
    ...('examples' in own ? { examples: own.examples } : {}),
  };
  return choices.flatMap((choice) => alternativesOf(root, { ...choice, ...place }));
}

/** The alternatives of the value at a path, as far as the values on the way tell them apart. */
export function schemasAt(
  root: Schema,
  value: unknown,
  path: readonly (string | number)[],
): Schema[] {
  let current = value;
  let schemas = matching(alternativesOf(root, root), current);
  for (const part of path) {
    current = childOf(current, part);
    const inner = schemas.flatMap((schema) => partOf(schema, part));
    schemas = matching(
      inner.flatMap((schema) => alternativesOf(root, schema)),
      current,
    );
  }
  return schemas;
}

/** The properties that an object can have, in the order of the schema, without other spellings of the same. */
export function propertiesOf(schemas: readonly Schema[]): Map<string, Schema> {
  const found = new Map<string, Schema>();
  for (const { properties = {} } of schemas) {
    const seen = new Set<string>();
    for (const [name, schema] of Object.entries(properties)) {
      const identity = identityOf(schema);
      // Another spelling comes later.
      const isAlias = identity !== null && seen.has(identity);
      if (identity !== null) seen.add(identity);
      if (!isAlias && !found.has(name)) found.set(name, schema);
    }
  }
  return found;
}

/** The name that an object uses for a property: `font-family` may be written `font_family`. */
export function spellingOf(object: unknown, { properties = {} }: Schema, name: string): string {
  if (typeof object !== 'object' || object === null || Object.hasOwn(object, name)) return name;
  const identity = identityOf(properties[name] ?? {});
  if (identity === null) return name;
  const keys = Object.keys(object);
  return keys.find((key) => identityOf(properties[key] ?? {}) === identity) ?? name;
}

/** Equal for the spellings of one property. Null: nothing tells the property apart. */
function identityOf(schema: Schema): string | null {
  if (schema.description === undefined) return null;
  const known = identities.get(schema);
  if (known !== undefined) return known;
  const identity = JSON.stringify(schema);
  identities.set(schema, identity);
  return identity;
}

/** Forms ask for them with each key. */
const identities = new WeakMap<Schema, string>();

function childOf(value: unknown, part: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<string | number, unknown>)[part];
}

function partOf(schema: Schema, part: string | number): Schema[] {
  if (typeof part === 'number') return schema.items === undefined ? [] : [schema.items];
  const property = schema.properties?.[part];
  if (property !== undefined) return [property];
  const { additionalProperties: other } = schema;
  return typeof other === 'object' ? [other] : [];
}

/** The schemas that a value can still become. If it can become none, all of them. */
function matching(schemas: readonly Schema[], value: unknown): Schema[] {
  const fitting = schemas.filter((schema) => couldBe(schema, value));
  return (fitting.length > 0 ? fitting : schemas).map((schema) => conditioned(schema, value));
}

/** A schema with the properties that depend on other values of an object. */
function conditioned(schema: Schema, value: unknown): Schema {
  const { allOf, properties, ...rest } = schema;
  if (allOf === undefined || typeof value !== 'object' || value === null) return schema;
  const given = value as Readonly<Record<string, unknown>>;
  const holds = (condition: Schema | undefined) =>
    Object.entries(condition?.properties ?? {}).every(([name, one]) => given[name] === one.const);
  const found = allOf.find((condition) => holds(condition.if))?.then?.properties;
  return { ...rest, properties: { ...properties, ...merged(properties, found) } };
}

/** What depends on a condition says nothing about the purpose of a property. */
function merged(
  properties: Schema['properties'] = {},
  found: Schema['properties'] = {},
): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(found).map(([name, one]) => {
      const description = properties[name]?.description;
      return [name, { ...one, ...(description === undefined ? {} : { description }) }];
    }),
  );
}

function couldBe({ type, properties }: Schema, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || type === undefined) return true;
  if (Array.isArray(value)) return type === 'array';
  if (type !== 'object') return false;
  // `type` tells elements and outputs apart.
  const { type: given } = value as { type?: unknown };
  const allowed = properties?.['type']?.enum;
  return typeof given !== 'string' || allowed === undefined || allowed.includes(given);
}
