import { texts } from '../../texts/index.js';
import { describeKind } from '../schema/describe.js';
import { proseOf } from '../schema/prose.js';
import type { Schema } from '../schema/types.js';

const MOST_VALUES = 12;

/** What the schema says of a value, for the box beside it. */
export function hintOf(name: string, schemas: readonly Schema[], isRequired = false): HTMLElement {
  const hint = document.createElement('div');
  hint.className = 'cm-hint';
  const [first] = schemas;
  const title = add(hint, 'p', '');
  add(title, 'span', 'name').textContent = name;
  const kind = describeKind(schemas);
  add(title, 'span', 'kind').textContent =
    `  ${kind}${isRequired ? `, ${texts.write.required}` : ''}`;
  if (first?.description !== undefined) {
    const about = add(hint, 'p', '');
    for (const { text, isCode } of proseOf(first.description)) {
      add(about, isCode ? 'code' : 'span', '').textContent = text;
    }
  }
  const values = schemas.flatMap((schema) => schema.enum ?? []);
  if (values.length > 1) {
    const shown = values.slice(0, MOST_VALUES).map(String).join(', ');
    add(hint, 'p', 'kind').textContent = texts.write.values(shown, values.length - MOST_VALUES);
  }
  const missing = schemas.find((schema) => schema.default !== undefined)?.default;
  if (missing !== undefined && JSON.stringify(missing) !== '[]') {
    add(hint, 'p', 'kind').textContent = texts.write.missing(JSON.stringify(missing));
  }
  return hint;
}

function add(parent: HTMLElement, tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  parent.append(element);
  return element;
}
