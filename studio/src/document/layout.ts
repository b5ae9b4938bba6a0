import type { Node } from 'jsonc-parser';

/** Longer values are written on several lines. */
const LINE_WIDTH = 90;

/** How a text is laid out, so that what is added looks the same. */
export interface Layout {
  /** One level of indentation; empty for a text without line breaks between values. */
  readonly unit: string;
  readonly newline: string;
}

/** Finds out how a text is laid out. */
export function layoutOf(text: string): Layout {
  const unit = /^\s*[{[][ \t]*\r?\n([ \t]+)\S/.exec(text)?.[1];
  const isOneLine = /^\s*[{[][^\r\n]*\S\s*$/.test(text) && text.trim().length > 2;
  return {
    unit: unit ?? (isOneLine ? '' : '  '),
    newline: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** The white space that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))![0];
}

/** Whether a container has its first child on a line of its own. */
export function isBroken(text: string, { offset, children = [] }: Node): boolean {
  const [first] = children;
  return first !== undefined && text.slice(offset, first.offset).includes('\n');
}

/**
 * Writes a value as JSON: on one line if it fits.
 *
 * @param indent of the line on which the value begins
 * @param breaks whether the outermost container is written on several lines in any case
 */
export function printValue(
  value: unknown,
  indent: string,
  layout: Layout,
  { breaks = false }: { breaks?: boolean } = {},
): string {
  const flat = flatten(value);
  const isContainer = typeof value === 'object' && value !== null && flat.length > 2;
  const fits = indent.length + flat.length <= LINE_WIDTH;
  if (!isContainer || layout.unit === '' || (fits && !breaks)) return flat;
  const inner = indent + layout.unit;
  const items = Array.isArray(value)
    ? value.map((item: unknown) => printValue(item ?? null, inner, layout))
    : entriesOf(value).map(
        ([name, item]) => `${JSON.stringify(name)}: ${printValue(item, inner, layout)}`,
      );
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const lines = items.map((item) => inner + item).join(`,${layout.newline}`);
  return `${open}${layout.newline}${lines}${layout.newline}${indent}${close}`;
}

/** On one line, with the spaces that people write. */
function flatten(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => flatten(item ?? null)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const items = entriesOf(value).map(([name, item]) => `${JSON.stringify(name)}: ${flatten(item)}`);
  return items.length === 0 ? '{}' : `{ ${items.join(', ')} }`;
}

/** As `JSON.stringify` does, without what is undefined. */
function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}
