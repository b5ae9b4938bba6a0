import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { propertiesOf } from '../schema/alternatives.js';
import { rankOf } from '../schema/groups.js';
import { whenLoaded } from '../schema/load-schema.js';
import type { Schema } from '../schema/types.js';
import { applyName, applyValue } from './apply.js';
import { hintOf } from './hint.js';
import type { Option } from './option.js';
import { type Place, placeAt, propertySchemas } from './place.js';
import { valueOptions } from './value-options.js';

/** Suggests names and values from the schema, the files of the user, and what the video already uses. */
export async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const root = await whenLoaded();
  const text = context.state.doc.toString();
  const from = startOfToken(text, context.pos);
  const isQuoted = text[from - 1] === '"';
  // An empty place suggests nothing until someone asks.
  if (!context.explicit && !isQuoted && from === context.pos) return null;
  const place = placeAt(root, text, context.pos);
  const options = place.isName
    ? nameOptions(root, place)
    : await valueOptions(root, place, text, isQuoted);
  if (options.length === 0 || context.aborted) return null;
  const applied = options.map((option) => ({
    ...option,
    apply: place.isName ? applyName(option.inserts) : applyValue(option.inserts),
  }));
  return { from, options: applied, validFor: /^[^"\n,{}[\]]*$/ };
}

function nameOptions(root: Schema, { schemas, names }: Place): Option[] {
  const objects = schemas.filter(({ type }) => type === 'object');
  const required = new Set(objects.flatMap((object) => object.required ?? []));
  const free = [...propertiesOf(objects)].filter(([name]) => !names.has(name));
  return free.map(([name, property]) => {
    const own = propertySchemas(root, objects, name);
    return {
      label: name,
      type: 'property',
      detail: property.description?.replaceAll('`', '') ?? '',
      boost: (required.has(name) ? 50 : 0) - rankOf(name) / 2,
      info: () => hintOf(name, own, required.has(name)),
      inserts: `"${name}": ${valueSnippet(own)}`,
    };
  });
}

/** What is written after a name: the quotes or brackets of its value, with the cursor inside. */
function valueSnippet(schemas: readonly Schema[]): string {
  const [first] = schemas;
  if (first?.enum?.length === 1) return JSON.stringify(first.enum[0]);
  switch (first?.type) {
    case 'string':
      return '"${}"';
    case 'object':
      return '{ ${} }';
    case 'array':
      return '[${}]';
    case 'boolean':
      return '${' + String(first.default !== true) + '}';
    default:
      return '${}';
  }
}

/** Where what is being written begins: after its quote, or at its first letter. */
function startOfToken(text: string, pos: number): number {
  const line = text.lastIndexOf('\n', pos - 1) + 1;
  const before = text.slice(line, pos);
  let quote = -1;
  for (let at = 0; at < before.length; at++) {
    if (before[at] === '\\') at++;
    else if (before[at] === '"') quote = quote === -1 ? at : -1;
  }
  if (quote !== -1) return line + quote + 1;
  return pos - /[\w#.-]*$/.exec(before)![0].length;
}
