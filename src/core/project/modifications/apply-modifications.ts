import { childPointer } from '../../fields/json-pointer.js';
import { isJsonObject, type JsonObject } from '../../util/json-object.js';
import { PointerMap } from '../importers/pointer-map.js';

/** What modifications mean in a kind of config. */
export interface ModificationRules {
  /** The names of the members that have elements. */
  readonly lists: readonly string[];
  /** The names by which an element can be called. */
  readonly namesOf: (element: JsonObject) => readonly unknown[];
  /** The property that a name alone stands for, or null if the element has none. */
  readonly mainOf: (element: JsonObject) => string | null;
  /** The canonical spelling of the name of a property, so that all spellings of it are the same one. */
  readonly spell: (name: string) => string;
  /** The names of the properties of the config itself that can be modified. */
  readonly rootNames: ReadonlySet<string>;
}

/** A config with its modifications. */
export interface Modified {
  readonly config: JsonObject;
  /** From what a modification has set to the place of the modification. */
  readonly origins: PointerMap;
  /** The keys that name nothing in the config. */
  readonly unknown: readonly string[];
}

interface Found {
  readonly element: Record<string, unknown>;
  readonly pointer: string;
}

/** A name that would change what an object is. */
const FORBIDDEN = '__proto__';
const LONGEST_PATH = 10;

/**
 * Sets properties of elements by their names: `"Title.fill_color"`, and `"Title"` alone for its main property. Further parts
 * of a key go into lists and objects: `"Line.x.0.value"`. A name of several elements changes all of them.
 *
 * The work grows with the config and the modifications only.
 *
 * @param at the place of the modifications, for their origins
 */
export function applyModifications(
  config: JsonObject,
  modifications: JsonObject,
  rules: ModificationRules,
  at: string,
): Modified {
  const copy = structuredClone(config) as Record<string, unknown>;
  const named = elementsByName(copy, rules);
  const origins = new PointerMap();
  const unknown: string[] = [];
  for (const [key, value] of Object.entries(modifications)) {
    const targets = targetsOf(key, copy, named, rules);
    if (targets.length === 0) unknown.push(key);
    for (const { holder, path, pointer } of targets) {
      const place = setAt(holder, path, value, rules);
      if (place === null) unknown.push(key);
      else origins.set(`${pointer}${place}`, childPointer(at, key));
    }
  }
  return { config: copy, origins, unknown: [...new Set(unknown)] };
}

function elementsByName(config: JsonObject, rules: ModificationRules): Map<string, Found[]> {
  const named = new Map<string, Found[]>();
  const open: Found[] = [{ element: config, pointer: '' }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { element, pointer } = next;
    for (const name of new Set(pointer === '' ? [] : rules.namesOf(element))) {
      if (typeof name !== 'string' || name === '') continue;
      const same = named.get(name) ?? [];
      named.set(name, [...same.slice(0, MOST_WITH_A_NAME), next]);
    }
    for (const list of rules.lists) {
      const inside = element[list];
      if (!Array.isArray(inside)) continue;
      for (const [index, item] of inside.entries()) {
        const place = childPointer(childPointer(pointer, list), index);
        if (isJsonObject(item)) open.push({ element: item, pointer: place });
      }
    }
  }
  return named;
}

/** More elements than that with one name are not changed, so that the work stays bounded. */
const MOST_WITH_A_NAME = 499;

interface Target {
  readonly holder: Record<string, unknown>;
  readonly path: readonly string[];
  readonly pointer: string;
}

function targetsOf(
  key: string,
  config: Record<string, unknown>,
  named: ReadonlyMap<string, readonly Found[]>,
  rules: ModificationRules,
): Target[] {
  const parts = key.split('.').slice(0, LONGEST_PATH);
  for (let length = parts.length; length > 0; length--) {
    const found = named.get(parts.slice(0, length).join('.'));
    if (found === undefined) continue;
    const rest = parts.slice(length);
    return found.flatMap(({ element, pointer }) => {
      const path = rest.length > 0 ? rest : [rules.mainOf(element)].filter((main) => main !== null);
      return path.length === 0 ? [] : [{ holder: element, path, pointer }];
    });
  }
  const isRoot = rules.rootNames.has(rules.spell(parts[0]!));
  return isRoot ? [{ holder: config, path: parts, pointer: '' }] : [];
}

/** Sets a value, and returns the place of it in the holder. Null if the path leads nowhere. */
function setAt(
  holder: Record<string, unknown>,
  path: readonly string[],
  value: unknown,
  rules: ModificationRules,
): string | null {
  let inside: unknown = holder;
  let place = '';
  for (const [index, part] of path.entries()) {
    if (part === FORBIDDEN) return null;
    const isLast = index === path.length - 1;
    if (Array.isArray(inside)) {
      const at = Number(part);
      if (!Number.isInteger(at) || at < 0 || at >= inside.length) return null;
      place = childPointer(place, at);
      if (isLast) inside[at] = value;
      inside = inside[at];
    } else if (isJsonObject(inside)) {
      const members = inside as Record<string, unknown>;
      const same = Object.keys(members).find((name) => rules.spell(name) === rules.spell(part));
      const name = same ?? part;
      place = childPointer(place, name);
      if (isLast) members[name] = value;
      // What is missing on the way is an object, such as the settings of a text.
      else members[name] ??= {};
      inside = members[name];
    } else return null;
  }
  return place;
}
