import { isJsonObject, type JsonObject } from '../../../util/json-object.js';
import type { Importer } from '../importer.js';
import { translateSpec } from './translate-spec.js';

/** Edit specs of editly. https://github.com/mifi/editly */
export const editly: Importer = {
  format: 'editly',
  system: 'editly',
  // Specs have no variables, and their texts can contain braces.
  sharesVariables: false,
  isFormat: isSpec,
  translate: translateSpec,
};

/** Only specs have `clips` at the root, each with `layers`. */
function isSpec({ clips }: JsonObject): boolean {
  return Array.isArray(clips) && clips.some((clip) => isJsonObject(clip) && 'layers' in clip);
}
