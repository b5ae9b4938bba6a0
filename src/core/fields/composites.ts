import type { ProjectContext } from './context.js';
import { childPointer } from './json-pointer.js';
import { Field, type FieldPlace, REFUSED } from './field.js';
import { formatValue } from './issues.js';
import type { Schema } from './schema.js';

/** Fields by their names, in kebab-case. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What reading an object with these fields makes. */
export type ValuesOf<F> = {
  -readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

export interface ObjectOptions {
  /** Name of the object's schema; those that stand in several places have one. */
  readonly title?: string;
  /** Other names of fields: `{ alias: 'field' }`. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Values for fields that are not given, as a document would write them. */
  readonly defaults?: (context: ProjectContext) => Readonly<Record<string, unknown>>;
}

/**
 * An object of known fields; any other is refused by name. A field may be written in kebab-case or
 * with underscores, but once.
 */
export function object<const F extends Record<string, Field<unknown>>>(
  fields: F,
  { title, aliases = {}, defaults }: ObjectOptions = {},
): Field<ValuesOf<F>> {
  const names = Object.keys(fields);
  const canonical = (name: string) => {
    const kebab = name.replaceAll('_', '-');
    return Object.hasOwn(aliases, kebab) ? aliases[kebab]! : kebab;
  };
  const readAll = (value: object, place: FieldPlace): ValuesOf<F> => {
    const given = new Map<string, { name: string; value: unknown }>();
    for (const [name, field] of Object.entries(value)) {
      const key = canonical(name);
      const pointer = childPointer(place.pointer, name);
      const twin = given.get(key);
      if (!Object.hasOwn(fields, key)) {
        const known = [...names].sort().join(', ');
        place.issues.add(
          pointer,
          `There is no field ${formatValue(name)} here; known are ${known}.`,
        );
      } else if (twin) {
        place.issues.add(pointer, `"${twin.name}" and "${name}" are the same field; give one.`);
      } else {
        given.set(key, { name, value: field });
      }
    }
    const missing = defaults?.(place.context) ?? {};
    const read = names.map((key) => {
      const { name, value: field } = given.get(key) ?? { name: key, value: missing[key] };
      return [
        key,
        fields[key]!.read(field, {
          ...place,
          name: key,
          pointer: childPointer(place.pointer, name),
        }),
      ];
    });
    return Object.fromEntries(read) as ValuesOf<F>;
  };
  return new Field<ValuesOf<F>>({
    schema: objectSchema(fields, aliases, title),
    expected: 'an object',
    tryRead: (value, place) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? readAll(value, place)
        : REFUSED,
    fallback: (context) => readAll({}, { ...NOWHERE, context }),
  });
}

const NOWHERE = { pointer: '', name: '', issues: { add: () => {} } } as unknown as Omit<
  FieldPlace,
  'context'
>;

function objectSchema(
  fields: Fields,
  aliases: Readonly<Record<string, string>>,
  title: string | undefined,
): Schema {
  const entries = Object.entries(fields);
  const spellings = [
    ...entries.map(([name, field]) => [name, field.schema] as const),
    ...Object.entries(aliases).map(([alias, name]) => [alias, fields[name]!.schema] as const),
  ];
  const properties = spellings.flatMap(([name, schema]) => {
    const snake = name.replaceAll('-', '_');
    return snake === name
      ? [[name, schema]]
      : [
          [name, schema],
          [snake, schema],
        ];
  });
  const required = entries.filter(([, field]) => field.isRequired).map(([name]) => name);
  return {
    ...(title === undefined ? {} : { title }),
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(properties) as Schema,
    ...(required.length > 0 ? { required } : {}),
  };
}

/** A list of so many items. */
export function list<T>(
  item: Field<T>,
  { min, max }: { readonly min: number; readonly max: number },
): Field<T[]> {
  return new Field<T[]>({
    schema: { type: 'array', items: item.schema, minItems: min, maxItems: max },
    expected: `a list of ${min} to ${max} items`,
    tryRead: (value, place) =>
      Array.isArray(value) && value.length >= min && value.length <= max
        ? value.map((one: unknown, index) =>
            item.read(one, {
              ...place,
              name: `${place.name}/${index}`,
              pointer: childPointer(place.pointer, index),
            }),
          )
        : REFUSED,
    fallback: () => [],
  });
}

/** A map from free names to values. */
export function record<T>(
  value: Field<T>,
  { max, names }: { readonly max: number; readonly names: string },
): Field<Record<string, T>> {
  const shape = new RegExp(names, 'u');
  return new Field<Record<string, T>>({
    schema: {
      type: 'object',
      maxProperties: max,
      propertyNames: { pattern: names },
      additionalProperties: value.schema,
    },
    expected: `an object of at most ${max} entries, with names like ${names}`,
    tryRead: (given, place) => {
      if (typeof given !== 'object' || given === null || Array.isArray(given)) return REFUSED;
      const entries = Object.entries(given);
      if (entries.length > max || entries.some(([name]) => !shape.test(name))) return REFUSED;
      return Object.fromEntries(
        entries.map(([name, one]) => [
          name,
          value.read(one, { ...place, name, pointer: childPointer(place.pointer, name) }),
        ]),
      );
    },
    fallback: () => ({}),
  });
}

/**
 * An object whose `type` says which fields it has.
 *
 * @param objects fields by type, each without `type` itself
 * @returns null for an object of no known type, after it was reported
 */
export function variants<const V extends Record<string, Field<unknown>>>(
  objects: V,
): Field<{ [K in keyof V]: V[K] extends Field<infer T> ? T : never }[keyof V] | null> {
  const types = Object.keys(objects);
  type Made = { [K in keyof V]: V[K] extends Field<infer T> ? T : never }[keyof V];
  return new Field<Made | null>({
    schema: { oneOf: types.map((type) => objects[type]!.schema) },
    expected: 'an object',
    tryRead: (value, place) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return REFUSED;
      const { type } = value as { type?: unknown };
      if (typeof type === 'string' && Object.hasOwn(objects, type)) {
        return objects[type]!.attempt(value, place) as Made;
      }
      const said = type === undefined ? 'missing' : formatValue(type);
      place.issues.add(
        childPointer(place.pointer, 'type'),
        `"type" is ${said}; allowed is ${types.join(', ')}.`,
      );
      return null;
    },
    fallback: () => null,
  });
}
