import { isJsonObject, type JsonObject } from '../../../util/json-object.js';
import {
  applyModifications,
  type ModificationRules,
} from '../../modifications/apply-modifications.js';
import { PointerMap } from '../pointer-map.js';
import type { Report } from '../report.js';
import { spell } from './script.js';

/** A RenderScript, taken out of the request that contains it, with the modifications of the request. */
export interface Source {
  readonly script: JsonObject;
  /** Converts a pointer in the script to one in the request. */
  readonly placeOf: (pointer: string) => string;
  /** The request around the script, or the script itself if there is none. */
  readonly request: JsonObject;
}

const MAIN: Readonly<Record<string, string>> = {
  ...{ text: 'text', image: 'source', video: 'source', audio: 'source' },
  ...{ shape: 'fill_color', composition: 'elements' },
};

export const RULES: ModificationRules = {
  lists: ['elements'],
  namesOf: ({ id, name }) => [id, name],
  mainOf: ({ type }) =>
    typeof type === 'string' && Object.hasOwn(MAIN, type) ? MAIN[type]! : null,
  spell,
  rootNames: new Set([
    ...['elements', 'width', 'height', 'duration', 'frame-rate', 'fill-color', 'output-format'],
    ...['snapshot-time', 'fonts', 'fill-mode', 'emoji-style'],
  ]),
};

/** Members of a request in which a script can be. */
const WRAPPERS = ['source', 'render_script', 'renderScript', 'template'];
const PLACEHOLDER = /\{\{\s*([^{}|]{1,200}?)\s*(?:\|([^{}]{0,2000}))?\}\}/g;
/** Fields in which placeholders are filled in. */
const TEXT_FIELDS = ['text', 'source'];

/** The member of a request that contains the script. Null if the request is the script. */
export function wrapperOf(config: JsonObject): string | null {
  if (Array.isArray(config['elements'])) return null;
  return WRAPPERS.find((name) => isJsonObject(config[name])) ?? null;
}

/** Finds the script in a request, and applies the modifications. Keys that name nothing are notes. */
export function sourceOf(config: JsonObject, report: Report): Source {
  const wrapper = wrapperOf(config);
  const inner = wrapper === null ? config : (config[wrapper] as JsonObject);
  const base = wrapper === null ? '' : `/${wrapper}`;
  const given = config['modifications'] ?? inner['modifications'];
  if (!isJsonObject(given)) {
    if (given !== undefined && given !== null)
      report.note('/modifications', 'Modifications are an object. They are left out.');
    return { script: inner, placeOf: (pointer) => `${base}${pointer}`, request: config };
  }
  const at = config['modifications'] === undefined ? `${base}/modifications` : '/modifications';
  const { modifications: _, ...script } = inner;
  const filled = withElements(script, given);
  const {
    config: modified,
    origins,
    unknown,
  } = applyModifications(filled.script, given, RULES, at);
  const places = new PointerMap();
  if (filled.key !== null) places.set('/elements', `${at}/${escaped(filled.key)}`);
  const used = fillPlaceholders(modified, given);
  for (const key of unknown) {
    if (used.has(key) || key === filled.key) continue;
    report.note(
      `${at}/${escaped(key)}`,
      `No element has the name or ID "${key.slice(0, 60)}". The modification has no effect.`,
    );
  }
  const placeOf = (pointer: string) => {
    const origin = origins.of(pointer);
    if (origin !== pointer) return origin;
    const moved = places.of(pointer);
    return moved === pointer ? `${base}${pointer}` : moved;
  };
  return { script: modified, placeOf, request: config };
}

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * A request without the template that it names can still contain the elements of a video, where a modification replaces all
 * elements of the template. They make a script then.
 */
function withElements(
  script: JsonObject,
  modifications: JsonObject,
): { readonly script: JsonObject; readonly key: string | null } {
  if (Array.isArray(script['elements'])) return { script, key: null };
  const lists = Object.entries(modifications).filter(([, value]) => isElementList(value));
  const [key, elements] = lists[0] ?? [];
  if (key === undefined || lists.length > 1) return { script, key: null };
  return { script: { ...script, elements }, key };
}

const isElementList = (value: unknown) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((item) => isJsonObject(item) && typeof item['type'] === 'string');

/** Replaces `{{Name}}` and `{{Name|default}}` in texts. @returns the modifications that were used */
function fillPlaceholders(script: JsonObject, modifications: JsonObject): Set<string> {
  const used = new Set<string>();
  const open: unknown[] = [script];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) for (const item of next as unknown[]) open.push(item ?? null);
    if (!isJsonObject(next)) continue;
    const members = next as Record<string, unknown>;
    for (const field of TEXT_FIELDS) {
      const text = members[field];
      if (typeof text !== 'string' || !text.includes('{{')) continue;
      members[field] = text.replaceAll(
        PLACEHOLDER,
        (written: string, name: string, missing?: string) => {
          const value = Object.hasOwn(modifications, name) ? modifications[name] : undefined;
          if (typeof value === 'string' || typeof value === 'number') {
            used.add(name);
            return String(value);
          }
          return missing ?? written;
        },
      );
    }
    open.push(members['elements'] ?? null);
  }
  return used;
}
