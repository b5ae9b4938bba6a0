import type { Issue } from '../fields/issues.js';
import { childPointer } from '../fields/json-pointer.js';
import { isJsonObject, type JsonObject } from '../util/json-object.js';
import { importerOf } from './importer-of.js';
import { applyModifications, type ModificationRules } from './modifications/apply-modifications.js';

const MAIN: Readonly<Record<string, string>> = {
  ...{ text: 'text', voice: 'text', image: 'src', video: 'src', audio: 'src' },
  ...{ shape: 'fill', group: 'elements', subtitles: 'text' },
};

const OWN_RULES: ModificationRules = {
  lists: ['scenes', 'elements'],
  namesOf: ({ id }) => [id],
  // Scenes have no type.
  mainOf: ({ type }) => {
    if (type === undefined) return 'elements';
    return typeof type === 'string' && Object.hasOwn(MAIN, type) ? MAIN[type]! : null;
  },
  // `source` is what other systems call `src`.
  spell: (name) => (name === 'source' ? 'src' : name.replaceAll('_', '-')),
  rootNames: new Set([
    ...['width', 'height', 'resolution', 'fps', 'quality', 'scenes', 'elements', 'outputs'],
    ...['comment', 'filename'],
  ]),
};

/** A config with modifications, and what is to be said about them. */
export interface ModifiedConfig {
  readonly config: object;
  /** Converts a pointer in the config to that of the modification that has set its place. Null if none has. */
  readonly originOf: (pointer: string) => string | null;
  /** Modifications without an effect. */
  readonly notes: readonly Issue[];
}

/**
 * Modifies the elements of a config by their names. In a config of a system that has modifications itself, the names and
 * properties are those of that system.
 */
export function modifyConfig(config: object, modifications: JsonObject): ModifiedConfig {
  const given = config as JsonObject;
  if (Object.keys(modifications).length === 0) return { config, originOf: () => null, notes: [] };
  if (importerOf(given)?.hasModifications === true) {
    const earlier = given['modifications'];
    const all = { ...(isJsonObject(earlier) ? earlier : {}), ...modifications };
    const originOf = (pointer: string) => (pointer.startsWith('/modifications/') ? pointer : null);
    return { config: { ...given, modifications: all }, originOf, notes: [] };
  }
  const modified = applyModifications(given, modifications, OWN_RULES, '/modifications');
  return {
    config: modified.config,
    originOf: (pointer) => {
      const origin = modified.origins.of(pointer);
      return origin === pointer ? null : origin;
    },
    notes: modified.unknown.map((key) => ({
      pointer: childPointer('/modifications', key),
      message: `No element has the ID "${key.slice(0, 60)}". The modification has no effect.`,
    })),
  };
}
