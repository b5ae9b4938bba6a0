import { childPointer } from '../fields/json-pointer.js';
import { isJsonObject, type JsonObject } from '../util/json-object.js';

/** What tools call the config that they send: the APIs of other systems, their exports, and nodes of workflows. */
const WRAPPERS = ['template', 'edit', 'movie', 'json', 'body', 'data', 'payload'] as const;

/** A config, and where it was. */
export interface UnwrappedConfig {
  readonly config: unknown;
  /** Converts a pointer in the config to one in the document. */
  readonly originOf: (pointer: string) => string;
  /** Whether the config is the whole document. */
  readonly isWhole: boolean;
}

/**
 * Takes a config of another system out of what a tool has put around it: a list with one item, or an object that has it as a
 * member such as `template`. The other members of that object belong to it, unless it has them itself.
 *
 * @param isForeign whether a config is one of another system
 */
export function unwrapConfig(
  input: unknown,
  isForeign: (config: JsonObject) => boolean,
): UnwrappedConfig {
  const whole: UnwrappedConfig = { config: input, originOf: (pointer) => pointer, isWhole: true };
  const isListed = Array.isArray(input) && input.length === 1;
  const outer: unknown = isListed ? input[0] : input;
  if (!isJsonObject(outer)) return whole;
  const listed = isListed ? childPointer('', 0) : '';
  if (isForeign(outer))
    return isListed
      ? { config: outer, originOf: (pointer) => `${listed}${pointer}`, isWhole: false }
      : whole;
  const name = WRAPPERS.find((wrapper) => {
    const inner = outer[wrapper];
    return isJsonObject(inner) && isForeign(inner);
  });
  if (name === undefined) return whole;
  const inner = outer[name] as JsonObject;
  const beside = Object.entries(outer).filter(([key]) => key !== name && !(key in inner));
  const carried = new Set(beside.map(([key]) => childPointer('', key)));
  return {
    config: { ...Object.fromEntries(beside), ...inner },
    originOf: (pointer) => {
      const [first = ''] = /^\/[^/]*/.exec(pointer) ?? [];
      return carried.has(first)
        ? `${listed}${pointer}`
        : `${listed}${childPointer('', name)}${pointer}`;
    },
    isWhole: false,
  };
}
