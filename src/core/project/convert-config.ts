import type { Issue } from '../fields/issues.js';
import { expandedConfig } from './read-config.js';
import { importConfig } from './importers/import-config.js';
import { importerOf } from './importer-of.js';
import type { ParseOptions } from './parse-project.js';

/** A config of another system as a video config. */
export type Conversion =
  | {
      readonly ok: true;
      readonly config: unknown;
      /** The name of the system; null: it was a video config. */
      readonly system: string | null;
      readonly notes: readonly Issue[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Converts a config of another system to a video config. Variables are filled in, because expressions can stand in the
 * place of values that differ. What depends on sources is as for usual ones, because they are not fetched. The result isn't
 * checked. Never throws, for any input.
 */
export function convertConfig(input: unknown, options: ParseOptions): Conversion {
  const importer = importerOf(input);
  const { config, issues, originOf } = expandedConfig(input, importer, options);
  const translated = importConfig(config, importer, { ...options, facts: new Map() });
  const located = (found: readonly Issue[]) =>
    found.map((issue) => ({ ...issue, pointer: originOf(issue.pointer) }));
  const all = [...issues, ...located(translated.issues)];
  if (all.length > 0) return { ok: false, issues: all };
  const system = importer?.system ?? null;
  return { ok: true, config: translated.config, system, notes: located(translated.notes) };
}
