import { Field, REFUSED } from '../../core/fields/field.js';
import { integer, text } from '../../core/fields/scalars.js';
import { readJson } from '../../core/json/read-json.js';
import { isJsonObject } from '../../core/util/json-object.js';
import { type ConfigSource, ToolRefusal } from '../work/agent-work.js';

/** How long a call waits for a job. Clients give up after a minute, so the longest wait is shorter. */
const LONGEST_WAIT = 45;
const USUAL_WAIT = 20;

/** A config. Some models send it as a text with JSON, which is read, too. */
export const project = new Field<unknown>({
  schema: { type: 'object', additionalProperties: true },
  expected: 'a video config as a JSON object',
  tryRead: (value, { pointer, issues }) => {
    if (isJsonObject(value)) return value;
    if (typeof value !== 'string') return REFUSED;
    const read = readJson(value, 'The project');
    if (read.ok && isJsonObject(read.value)) return read.value;
    if (read.ok) return REFUSED;
    for (const issue of read.issues) issues.add(pointer + issue.pointer, issue.message);
    return null;
  },
  fallback: () => null,
})
  .orNull()
  .describe('The video config. read_guide and list_examples show its fields.');

export const projectFile = text(1_000)
  .orNull()
  .describe('Instead of `project`: a JSON file in the root folder that contains it.');

export const job = text(100).describe('The ID that render_video returned.');

export const wait = integer({ min: 0, max: LONGEST_WAIT })
  .default(USUAL_WAIT)
  .describe('How many seconds to wait for the end of the job.');

/** Either the config or its file. @throws ToolRefusal */
export function sourceOf(args: {
  readonly project: unknown;
  readonly file?: string | null;
}): ConfigSource {
  const { project: config, file = null } = args;
  if (config !== null && file === null) return { config };
  if (config === null && file !== null) return { file };
  throw ToolRefusal.because(
    'INVALID_ARGUMENTS',
    config === null
      ? '"project" is missing. Expected a video config.'
      : 'Send either "project" or "file".',
  );
}
