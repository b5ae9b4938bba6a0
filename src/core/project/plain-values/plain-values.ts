import type { Schema } from '../../fields/schema.js';
import { isJsonObject } from '../../util/json-object.js';
import { videoConfigSchema } from '../schema/config-schema.js';
import { readCssColor } from './css-color.js';

const NUMBER = /^\s*[+-]?(?:\d{1,15}\.?\d{0,15}|\.\d{1,15})\s*$/;
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);
/** The names of weights in CSS and in font files. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ...(['thin', 'hairline'] as const).map((name) => [name, 100] as const),
  ...(['extralight', 'ultralight'] as const).map((name) => [name, 200] as const),
  ['light', 300],
  ...(['normal', 'regular', 'book'] as const).map((name) => [name, 400] as const),
  ['medium', 500],
  ...(['semibold', 'demibold'] as const).map((name) => [name, 600] as const),
  ['bold', 700],
  ...(['extrabold', 'ultrabold'] as const).map((name) => [name, 800] as const),
  ...(['black', 'heavy'] as const).map((name) => [name, 900] as const),
]);
const SHADOW_FIELD = 'text-shadow';
const LONGEST_SHADOW = 200;
const WEIGHT_FIELD = /^font[-_]weight$/;

interface Keywords {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Condition[];
}

/** What holds for the properties of objects that have a value. */
interface Condition {
  readonly if: { readonly properties: Readonly<Record<string, { readonly const: unknown }>> };
  readonly then: { readonly properties: Readonly<Record<string, Schema>> };
}

/**
 * Replaces values whose meaning is plain by those of the schema: numbers, `true`, and `false` as texts, colors as in CSS,
 * and weights by name. Everything else stays, and is checked afterwards.
 */
export function withPlainValues(config: unknown): unknown {
  return plain(config, schema(), '');
}

let known: {
  readonly root: Schema;
  readonly definitions: Readonly<Record<string, Schema>>;
} | null = null;

function schema(): Schema {
  if (known === null) {
    const { $defs, ...root } = videoConfigSchema();
    known = { root, definitions: $defs as Readonly<Record<string, Schema>> };
  }
  return known.root;
}

function plain(value: unknown, described: Schema, name: string): unknown {
  const keywords = resolved(described);
  if (typeof value === 'string') return plainText(value, keywords, name);
  if (Array.isArray(value)) {
    const items = branches(keywords).find((branch) => branch.items !== undefined)?.items;
    return items === undefined ? value : mapped(value, (item) => plain(item, items, name));
  }
  if (!isJsonObject(value)) return value;
  const branch = branches(keywords).find((one) => isOf(one, value));
  if (branch?.properties === undefined) return value;
  const properties = { ...branch.properties, ...conditional(branch, value) };
  const entries = Object.entries(value);
  const changed = mapped(entries, ([field, member]) => {
    if (!Object.hasOwn(properties, field)) return null;
    const read = plain(member, properties[field]!, field);
    return read === member ? null : ([field, read] as const);
  }).filter((entry) => entry !== null);
  return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) };
}

/** The schemas of which a value may fit one. */
function branches(keywords: Keywords): Keywords[] {
  const parts = keywords.anyOf ?? keywords.oneOf;
  return parts === undefined ? [keywords] : parts.flatMap((part) => branches(resolved(part)));
}

function resolved(described: Schema): Keywords {
  const keywords = described as Keywords;
  if (keywords.$ref === undefined) return keywords;
  return known!.definitions[keywords.$ref.slice('#/$defs/'.length)] as Keywords;
}

/** The properties whose schemas depend on other values of an object. */
function conditional({ allOf = [] }: Keywords, value: Readonly<Record<string, unknown>>) {
  const holds = (condition: Condition) =>
    Object.entries(condition.if.properties).every(([name, one]) => value[name] === one.const);
  return allOf.find(holds)?.then.properties;
}

/** An element fits the schema that has its type. */
function isOf({ properties }: Keywords, value: Readonly<Record<string, unknown>>): boolean {
  if (properties === undefined) return false;
  const { type } = properties as { type?: Keywords };
  return type?.enum === undefined || type.enum.includes(value['type']);
}

function plainText(text: string, keywords: Keywords, name: string): unknown {
  const all = branches(keywords);
  if (all.some((branch) => acceptsText(branch, text))) return text;
  for (const branch of all) {
    const read = plainTextOf(text, branch, name);
    if (read !== null) return read;
  }
  return text;
}

function acceptsText({ type, enum: names, pattern }: Keywords, text: string): boolean {
  if (names !== undefined) return names.includes(text);
  return type === 'string' && (pattern === undefined || new RegExp(pattern, 'u').test(text));
}

/** What the text means for a schema, or null. */
function plainTextOf(
  text: string,
  { type, enum: names, pattern }: Keywords,
  name: string,
): unknown {
  const isNumeric =
    type === 'number' || type === 'integer' || names?.some((one) => typeof one === 'number');
  if (isNumeric) {
    if (NUMBER.test(text)) return Number(text);
    return WEIGHT_FIELD.test(name)
      ? (WEIGHTS.get(text.toLowerCase().replaceAll(/[\s_-]/g, '')) ?? null)
      : null;
  }
  if (type === 'boolean') return BOOLEANS.get(text.trim().toLowerCase()) ?? null;
  const shadow = name.replaceAll('_', '-') === SHADOW_FIELD ? plainShadow(text) : null;
  if (shadow !== null && pattern && new RegExp(pattern, 'u').test(shadow)) return shadow;
  const color = pattern?.startsWith('^#[0-9a-fA-F]') ? readCssColor(text) : null;
  return color !== null && new RegExp(pattern!, 'u').test(color) ? color : null;
}

/** A shadow of CSS with its color last and as `#RRGGBB`, or null. Zero needs no unit. */
function plainShadow(text: string): string | null {
  const colors = text.match(/#?[a-z]+\([^()]*\)|#[0-9a-f]+|(?<![\w.])[a-z]{3,}/gi) ?? [];
  if (text.length > LONGEST_SHADOW || colors.length > 1) return null;
  const [given] = colors;
  const color = given === undefined ? '' : readCssColor(given);
  if (color === null) return null;
  const lengths = (given === undefined ? text : text.replace(given, '')).trim().split(/\s+/);
  return [...lengths.map((length) => (Number(length) === 0 ? '0' : length)), color]
    .filter((part) => part !== '')
    .join(' ');
}

/** The list itself if nothing changes, because configs can be long. */
function mapped<T, U>(list: readonly T[], change: (item: T) => U): readonly (T | U)[] & U[] {
  const results = list.map(change);
  return (
    results.every((item, index) => (item as unknown) === list[index]) ? list : results
  ) as readonly (T | U)[] & U[];
}
