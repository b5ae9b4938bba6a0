import { isJsonObject, type JsonObject } from '../util/json-object.js';
import { nameList } from '../util/name-list.js';

const WEIGHTS: Readonly<Record<string, number>> = {
  ...{ thin: 100, hairline: 100, extralight: 200, ultralight: 200, light: 300 },
  ...{ regular: 400, normal: 400, book: 400, medium: 500, semibold: 600, demibold: 600 },
  ...{ bold: 700, extrabold: 800, ultrabold: 800, black: 900, heavy: 900 },
};

/** The weight with a name such as "Semi Bold", or null. */
export function weightNamed(name: string): number | null {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  return Object.hasOwn(WEIGHTS, plain) ? WEIGHTS[plain]! : null;
}

/** Separates a weight at the end of a name, such as "Oswald Bold" or "Montserrat-ExtraBold". */
export function splitWeight(name: string): { family: string; weight: number | null } {
  const words = nameList(name.replaceAll('-', ' '));
  const last = words.at(-1)?.toLowerCase() ?? '';
  const before = words.at(-2)?.toLowerCase() ?? '';
  const two = WEIGHTS[`${before}${last}`];
  if (words.length > 2 && two !== undefined)
    return { family: words.slice(0, -2).join(' '), weight: two };
  const one = WEIGHTS[last];
  if (words.length > 1 && one !== undefined)
    return { family: words.slice(0, -1).join(' '), weight: one };
  return { family: name, weight: null };
}

/** Fields whose content is up to the client. */
const FOREIGN = new Set(['client-data', 'client_data', 'variables']);

/**
 * A config in which names such as "Montserrat ExtraBold" are a family and a weight, if only that family is installed. A
 * `font-weight` beside it counts. Returns the same objects where nothing changes.
 */
export function withNamedWeights(
  value: unknown,
  resolveFont: (family: string) => string | null,
): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => withNamedWeights(item, resolveFont));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isJsonObject(value)) return value;
  const changes = Object.entries(value).flatMap(([name, member]) => {
    const changed = FOREIGN.has(name) ? member : withNamedWeights(member, resolveFont);
    return changed === member ? [] : [[name, changed] as const];
  });
  const font = namedWeight(value, resolveFont);
  if (changes.length === 0 && font === null) return value;
  return { ...value, ...Object.fromEntries(changes), ...font };
}

function namedWeight(
  settings: JsonObject,
  resolveFont: (family: string) => string | null,
): JsonObject | null {
  const field = ['font-family', 'font_family'].find((name) => typeof settings[name] === 'string');
  if (field === undefined) return null;
  const name = (settings[field] as string).slice(0, 100);
  if (resolveFont(name) !== null) return null;
  const { family, weight } = splitWeight(name);
  if (weight === null || resolveFont(family) === null) return null;
  const hasWeight = 'font-weight' in settings || 'font_weight' in settings;
  return { [field]: family, ...(hasWeight ? {} : { 'font-weight': weight }) };
}
