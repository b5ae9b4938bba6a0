import { isJsonObject, type JsonObject } from '../../../util/json-object.js';

/** True for a timeline with tracks, which no video config has. */
export function isEdit({ timeline }: JsonObject): boolean {
  return isJsonObject(timeline) && ('tracks' in timeline || 'soundtrack' in timeline);
}
