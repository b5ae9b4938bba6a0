import { applyEdits, type FormattingOptions, type JSONPath, modify, type Node } from 'jsonc-parser';
import { pathOf } from './ranges.js';

/** Sets, replaces, or removes (`undefined`) the value at a pointer. The rest of the text stays as it is written. */
export function withValue(text: string, tree: Node, pointer: string, value: unknown): string {
  return changed(text, pathOf(tree, pointer), value, false);
}

/** Inserts an item into an array, before the item at the pointer: `/scenes/0`, or `/scenes/-` for the end. */
export function withInserted(text: string, tree: Node, pointer: string, value: unknown): string {
  return changed(text, pathOf(tree, pointer), value, true);
}

/** How a text is indented, so that new lines of it look the same. */
export function formattingOf(text: string): FormattingOptions {
  const indent = /^[ \t]*\S.*[{[]\s*?\n([ \t]+)/m.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

function changed(text: string, path: JSONPath, value: unknown, isArrayInsertion: boolean): string {
  const formattingOptions = formattingOf(text);
  return applyEdits(text, modify(text, path, value, { formattingOptions, isArrayInsertion }));
}
