import { texts } from '../../texts/index.js';
import { newValue } from './values.js';
import type { Schema } from './types.js';

/** What new scenes and elements have beyond what they must have, so that they are visible. */
const EXTRAS: Readonly<Record<string, object>> = {
  scene: { duration: 3, elements: [] },
  text: { text: texts.write.sampleText },
  voice: { text: texts.write.sampleText },
  shape: { width: '50%', height: '50%', fill: '#3A4FD8' },
  html: { html: `<h1>${texts.write.sampleText}</h1>` },
  waveform: { height: '20%' },
};

/** A new scene, element, or other part with this schema. */
export function newNode(root: Schema, schema: Schema): Record<string, unknown> {
  const base = newValue(root, schema) as Record<string, unknown>;
  return { ...base, ...EXTRAS[schema.title ?? ''] };
}

/** The suggestion of an object as a snippet, whose empty texts are fields. */
export function newNodeOptions(root: Schema, schema: Schema) {
  if (schema.type !== 'object' || schema.title === undefined) return [];
  const entries = Object.entries(newNode(root, schema));
  const fields = entries.map(([name, value]) => `"${name}": ${fieldOf(name, value)}`);
  return [
    {
      label: schema.title,
      type: 'class',
      detail: schema.title === 'scene' ? texts.write.newScene : texts.write.newElement,
      boost: 30,
      inserts: fields.length === 0 ? '{ ${} }' : `{ ${fields.join(', ')} }`,
    },
  ];
}

function fieldOf(name: string, value: unknown): string {
  if (name === 'type') return JSON.stringify(value);
  if (Array.isArray(value)) return '[${}]';
  if (typeof value === 'string') return `"\${${value}}"`;
  return `\${${JSON.stringify(value)}}`;
}
