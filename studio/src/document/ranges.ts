import {
  findNodeAtLocation,
  findNodeAtOffset,
  getNodePath,
  type JSONPath,
  type Node,
} from 'jsonc-parser';
import { partsOf, pointerOf } from './pointers.js';

/** A part of a text, from its first character to the one after its last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The place of a value, or null. */
export function rangeOf(tree: Node | undefined, pointer: string): Range | null {
  const node = nodeAt(tree, pointer);
  return node === undefined ? null : toRange(node);
}

/** The place of the name of a property; null for items of arrays, and for what is not there. */
export function nameRangeOf(tree: Node | undefined, pointer: string): Range | null {
  const property = nodeAt(tree, pointer)?.parent;
  const name = property?.type === 'property' ? property.children?.[0] : undefined;
  return name === undefined ? null : toRange(name);
}

/** The place of a value, or of the nearest value around it that exists: for errors that name what is missing. */
export function nearestRange(tree: Node | undefined, pointer: string): Range | null {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const range = rangeOf(tree, at);
    if (range !== null || at === '') return range;
  }
}

/** The pointer of the innermost value at an offset. In the name of a property, it is the pointer of its value. */
export function pointerAt(tree: Node | undefined, offset: number): string {
  const node = tree && findNodeAtOffset(tree, offset, true);
  return node === undefined ? '' : pointerOf(getNodePath(node));
}

/** The path of a pointer in a tree: parts are indexes where the tree has an array. `-` is the place after the last item. */
export function pathOf(tree: Node | undefined, pointer: string): JSONPath {
  const path: JSONPath = [];
  for (const part of partsOf(pointer)) {
    const holder = path.length === 0 ? tree : tree && findNodeAtLocation(tree, path);
    if (holder?.type !== 'array') path.push(part);
    else path.push(part === '-' ? (holder.children?.length ?? 0) : Number(part));
  }
  return path;
}

function nodeAt(tree: Node | undefined, pointer: string): Node | undefined {
  if (tree === undefined || pointer === '') return tree;
  return findNodeAtLocation(tree, pathOf(tree, pointer));
}

function toRange({ offset, length }: Node): Range {
  return { from: offset, to: offset + length };
}
