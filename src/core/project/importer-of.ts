import type { Issue } from '../fields/issues.js';
import { isJsonObject, type JsonObject } from '../util/json-object.js';
import type { Importer } from './importers/importer.js';
import { creatomate } from './importers/creatomate/creatomate.js';
import { editly } from './importers/editly/editly.js';
import { json2Video } from './importers/json2video/json2video.js';
import { type UnwrappedConfig, unwrapConfig } from './unwrap-config.js';
import { shotstack } from './importers/shotstack/shotstack.js';

/** The importers, the ones with the most distinct shapes first. */
export const IMPORTERS: readonly Importer[] = [shotstack, creatomate, editly, json2Video];

/** The value of `format` for a video config. */
export const OWN_FORMAT = 'videocraft';

/** The importer that a config needs, by its root field `format` or else by its shape. Null for a video config. */
export function importerOf(input: unknown): Importer | null {
  const { config } = unwrapped(input);
  return isJsonObject(config) ? importerByShape(config) : null;
}

/** A config of another system without what a tool has put around it. */
export function unwrapped(input: unknown): UnwrappedConfig {
  return unwrapConfig(input, (config) => importerByShape(config) !== null);
}

function importerByShape(config: JsonObject): Importer | null {
  if (config['format'] === OWN_FORMAT) return null;
  const named = IMPORTERS.find(({ format }) => format === config['format']);
  return named ?? IMPORTERS.find((importer) => importer.isFormat(config)) ?? null;
}

/** What would differ if a video config was one of another system, which its shape does not say. */
export function formatDoubts(config: unknown): readonly Issue[] {
  if (!isJsonObject(config) || config['format'] === OWN_FORMAT) return [];
  return IMPORTERS.flatMap((importer) => importer.doubts?.(config) ?? []);
}
