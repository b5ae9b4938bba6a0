import { isJsonObject } from '../util/json-object.js';
import { suggestName } from '../util/nearest-name.js';
import { onceForEach } from '../util/once-for-each.js';
import type { ProjectContext } from './context.js';
import { childPointer } from './json-pointer.js';
import {
  Field,
  type FieldPlace,
  mismatchMessage,
  missingMessage,
  placeOfDefault,
  REFUSED,
} from './field.js';
import { formatValue } from './issues.js';
import type { Schema } from './schema.js';

/** Fields by their names, in kebab-case. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The value of an object with these fields. */
export type ValuesOf<F> = {
  -readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

export interface ObjectOptions {
  /** Title of the object's schema. Schemas with a title are written once and referenced. */
  readonly title?: string;
  /** Aliases of fields: `{ alias: 'field' }`. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Values of missing fields, in the form that a document would use. */
  readonly defaults?: (context: ProjectContext) => Readonly<Record<string, unknown>>;
}

/**
 * An object with known fields. Unknown fields are reported by name. A field can be written in
 * kebab-case or with underscores, but only once.
 */
export function object<const F extends Record<string, Field<unknown>>>(
  fields: F,
  { title, aliases = {}, defaults }: ObjectOptions = {},
): Field<ValuesOf<F>> {
  const entries = Object.entries(fields);
  // Many objects of a document have the same defaults, which can be long, so these are read once for all of them.
  const inherited = onceForEach((_context: ProjectContext) => new Map<string, unknown>());
  const readAll = (value: object, place: FieldPlace): ValuesOf<F> => {
    const given = knownMembers(value, fields, aliases, place);
    const missing = defaults?.(place.context) ?? {};
    const known = inherited(place.context);
    const values: Record<string, unknown> = {};
    for (const [key, field] of entries) {
      const member = given.get(key) ?? { name: key, value: missing[key] };
      if (given.has(key) || field.isRequired) values[key] = readMember(field, member, place);
      else {
        if (!known.has(key)) known.set(key, readMember(field, member, place));
        values[key] = known.get(key);
      }
    }
    return values as ValuesOf<F>;
  };
  return new Field<ValuesOf<F>>({
    schema: objectSchema(fields, aliases, title),
    expected: 'an object',
    tryRead: (value, place) => (isJsonObject(value) ? readAll(value, place) : REFUSED),
    fallback: (context) => readAll({}, placeOfDefault(context)),
  });
}

function readMember(field: Field<unknown>, { name, value }: Member, place: FieldPlace): unknown {
  return field.read(value, { ...place, name, pointer: childPointer(place.pointer, name) });
}

interface Member {
  /** The name as the document spells it. */
  readonly name: string;
  readonly value: unknown;
}

/** The members that are fields, by the canonical name. Reports the others, and repeated fields. */
function knownMembers(
  value: object,
  fields: Fields,
  aliases: Readonly<Record<string, string>>,
  { pointer, issues }: FieldPlace,
): ReadonlyMap<string, Member> {
  const known = new Map<string, Member>();
  for (const [name, member] of Object.entries(value)) {
    const key = canonicalName(name, aliases);
    const at = childPointer(pointer, name);
    const twin = known.get(key);
    if (!Object.hasOwn(fields, key)) {
      // Not for each of a million unknown fields, because a suggestion takes long.
      issues.add(at, issues.isFull ? '' : unknownFieldMessage(name, Object.keys(fields), aliases));
    } else if (twin) {
      issues.add(at, `"${twin.name}" and "${name}" are the same field. Keep one of them.`);
    } else {
      known.set(key, { name, value: member });
    }
  }
  return known;
}

function canonicalName(name: string, aliases: Readonly<Record<string, string>>): string {
  const kebab = name.replaceAll('_', '-');
  return Object.hasOwn(aliases, kebab) ? aliases[kebab]! : kebab;
}

/** The message for a field that does not exist. */
export function unknownFieldMessage(
  name: string,
  known: readonly string[],
  aliases: Readonly<Record<string, string>> = {},
): string {
  const spellings = [...known, ...Object.keys(aliases)];
  const suggestion = suggestName(name.replaceAll('_', '-'), spellings);
  return `Unknown field ${formatValue(name)}.${suggestion} Known fields: ${[...known].sort().join(', ')}.`;
}

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

/** A list with a bounded number of items. */
export function list<T>(
  item: Field<T>,
  { min, max }: { readonly min: number; readonly max: number },
): Field<T[]> {
  return new Field<T[]>({
    schema: { type: 'array', items: item.schema, minItems: min, maxItems: max },
    expected: `a list with ${min} to ${max} items`,
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

/** A map whose names the author chooses. */
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
    expected: `an object with at most ${max} entries, whose names match ${names}`,
    tryRead: (given, place) => {
      if (!isJsonObject(given)) return REFUSED;
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
 * An object whose `type` selects its fields.
 *
 * @param objects the objects by type
 * @returns null for an object of an unknown type, which is reported
 */
export function variants<const V extends Record<string, Field<unknown>>>(
  objects: V,
): Field<{ [K in keyof V]: V[K] extends Field<infer T> ? T : never }[keyof V] | null> {
  const types = Object.keys(objects);
  type Variant = { [K in keyof V]: V[K] extends Field<infer T> ? T : never }[keyof V];
  return new Field<Variant | null>({
    schema: { oneOf: types.map((type) => objects[type]!.schema) },
    expected: 'an object',
    tryRead: (value, place) => {
      if (!isJsonObject(value)) return REFUSED;
      const { type } = value as { type?: unknown };
      if (typeof type === 'string' && Object.hasOwn(objects, type)) {
        return objects[type]!.tryRead(value, place) as Variant;
      }
      const expected = `one of ${types.join(', ')}`;
      place.issues.add(
        childPointer(place.pointer, 'type'),
        type === undefined
          ? missingMessage('type', expected)
          : mismatchMessage('type', expected, type),
      );
      return null;
    },
    fallback: () => null,
  });
}
