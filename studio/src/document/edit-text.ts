import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { indentAt, isBroken, type Layout, layoutOf, printValue } from './layout.js';
import { pathOf } from './ranges.js';

/*
 * `modify` of jsonc-parser lays out all lines that it touches anew. People see their text change where they changed
 * nothing, so the edits here touch only what they have to.
 */

/** Sets the value at a pointer. What does not exist on the way becomes an object. The rest of the text stays as it is. */
export function withValue(text: string, tree: Node, pointer: string, value: unknown): string {
  const path = pathOf(tree, pointer);
  const layout = layoutOf(text);
  const node = findNodeAtLocation(tree, path);
  if (node !== undefined) {
    const breaks = isBroken(text, node);
    const printed = printValue(value, indentAt(text, node.offset), layout, { breaks });
    return replaced(text, node.offset, node.offset + node.length, printed);
  }
  let depth = path.length - 1;
  while (findNodeAtLocation(tree, path.slice(0, depth)) === undefined) depth--;
  const holder = findNodeAtLocation(tree, path.slice(0, depth))!;
  const [name, ...rest] = path.slice(depth);
  const nested = rest.reduceRight<unknown>((inner, part) => ({ [part]: inner }), value);
  if (holder.type === 'object' || holder.type === 'array') {
    return withChild(text, holder, holder.children?.length ?? 0, name!, nested, layout);
  }
  // A number or a text has no properties. The value that is wanted replaces it.
  const printed = printValue({ [name!]: nested }, indentAt(text, holder.offset), layout);
  return replaced(text, holder.offset, holder.offset + holder.length, printed);
}

/** Inserts an item into an array, before the item at the pointer: `/scenes/0`, or `/scenes/-` for the end. */
export function withInserted(text: string, tree: Node, pointer: string, value: unknown): string {
  const path = pathOf(tree, pointer);
  const array = findNodeAtLocation(tree, path.slice(0, -1))!;
  const index = Math.min(Number(path.at(-1)), array.children?.length ?? 0);
  return withChild(text, array, index, index, value, layoutOf(text));
}

/** Removes the value at a pointer, which exists, with its name and its comma. */
export function withoutValue(text: string, tree: Node, pointer: string): string {
  const node = findNodeAtLocation(tree, pathOf(tree, pointer))!;
  const child = node.parent?.type === 'property' ? node.parent : node;
  const holder = child.parent!;
  const children = holder.children!;
  const index = children.indexOf(child);
  const [before, after] = [children[index - 1], children[index + 1]];
  if (after !== undefined) return replaced(text, child.offset, after.offset, '');
  if (before !== undefined) return replaced(text, endOf(before), endOf(child), '');
  return replaced(text, holder.offset + 1, endOf(holder) - 1, '');
}

/**
 * Moves an item of an array to another place in it. What is written between the items stays where it is, and each item
 * stays as it is written.
 *
 * @param to its index afterward
 */
export function withMoved(text: string, tree: Node, pointer: string, to: number): string {
  const path = pathOf(tree, pointer);
  const { children = [] } = findNodeAtLocation(tree, path.slice(0, -1))!;
  const order = [...children];
  order.splice(to, 0, ...order.splice(Number(path.at(-1)), 1));
  const written = order.map((item, index) => {
    const [here, next] = [children[index]!, children[index + 1]];
    const between = next === undefined ? '' : text.slice(endOf(here), next.offset);
    return text.slice(item.offset, endOf(item)) + between;
  });
  return replaced(text, children[0]!.offset, endOf(children.at(-1)!), written.join(''));
}

/** Adds a property or an item before the child at `index`. @param name of the property; an item has none */
function withChild(
  text: string,
  holder: Node,
  index: number,
  name: string | number,
  value: unknown,
  layout: Layout,
): string {
  const { children = [] } = holder;
  const label = holder.type === 'object' ? `${JSON.stringify(String(name))}: ` : '';
  if (children.length === 0) return withOnlyChild(text, holder, label, value, layout);
  const next = children[index];
  const neighbor = next ?? children.at(-1)!;
  const isOnLines = isBroken(text, holder);
  const indent = indentAt(text, isOnLines ? children[0]!.offset : holder.offset);
  const separator = isOnLines ? `,${layout.newline}${indent}` : spaceAfterComma(children);
  const printed = label + printValue(value, indent, isOnLines ? layout : { ...layout, unit: '' });
  return next === undefined
    ? replaced(text, endOf(neighbor), endOf(neighbor), separator + printed)
    : replaced(text, neighbor.offset, neighbor.offset, printed + separator);
}

function withOnlyChild(
  text: string,
  holder: Node,
  label: string,
  value: unknown,
  layout: Layout,
): string {
  const [open, close] = holder.type === 'object' ? '{}' : '[]';
  const outer = indentAt(text, holder.offset);
  const inner = outer + layout.unit;
  const isContainer = typeof value === 'object' && value !== null;
  const breaks = layout.unit !== '' && (isContainer || holder.parent === undefined);
  const printed = label + printValue(value, inner, layout);
  const space = holder.type === 'object' ? ' ' : '';
  const content = breaks
    ? `${layout.newline}${inner}${printed}${layout.newline}${outer}`
    : `${space}${printed}${space}`;
  return replaced(text, holder.offset, endOf(holder), `${open}${content}${close}`);
}

/** What stands between the children of a container on one line. */
function spaceAfterComma([first, second]: readonly Node[]): string {
  return first !== undefined && second !== undefined && endOf(first) + 1 === second.offset
    ? ','
    : ', ';
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}

function replaced(text: string, from: number, to: number, by: string): string {
  return text.slice(0, from) + by + text.slice(to);
}
