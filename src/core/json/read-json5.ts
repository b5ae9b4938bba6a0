import { type JsonResult, readJson } from './read-json.js';
import { relaxJson } from './relax-json.js';

/** A value, and its text as JSON, in which everything stands in the same line. */
export type Json5Result = JsonResult & { readonly json: string };

/**
 * Parses JSON or JSON5, which people write by hand. What is neither has the issues of JSON, or those of JSON5 if it has
 * comments.
 *
 * @param what the subject of messages, such as `The file`
 */
export function readJson5(text: string, what: string): Json5Result {
  const strict = readJson(text, what);
  if (strict.ok) return { ...strict, json: text };
  const json = relaxJson(text);
  const relaxed = readJson(json, what);
  const isJson5 = relaxed.ok || /^\s*\/[/*]/m.test(text);
  return { ...(isJson5 ? relaxed : strict), json };
}
