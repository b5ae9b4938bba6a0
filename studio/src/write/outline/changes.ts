import { moveScene, parentOf, video } from '../../document/index.js';
import type { Schema } from '../schema/types.js';
import { newNode } from '../schema/new-nodes.js';

/** Types that usually span the whole video. */
const SPANNING: ReadonlySet<string> = new Set(['audio', 'voice', 'subtitles']);

/** The list that a new element belongs to, for what is selected: that of the scene, or of the whole video. */
export function elementsFor(pointer: string, type: string): string {
  const scene = /^\/scenes\/\d+/.exec(pointer)?.[0];
  if (scene !== undefined) return `${scene}/elements`;
  if (pointer.startsWith('/elements') || SPANNING.has(type)) return '/elements';
  const scenes = video.valueAt('/scenes');
  return Array.isArray(scenes) && scenes.length > 0
    ? `/scenes/${scenes.length - 1}/elements`
    : '/elements';
}

/** Adds an element after the selected one, or at the end of its scene, and selects it. */
export function addElement(root: Schema, type: string): void {
  const schema = root.$defs?.[type];
  if (schema === undefined) return;
  const { selection } = video;
  const list = elementsFor(selection.peek(), type);
  const isElement = selection.peek().startsWith(`${list}/`);
  const at = isElement ? indexOf(selection.peek()) + 1 : lengthOf(list);
  insertAt(list, at, newNode(root, schema));
}

/** Adds a scene after the selected one, or at the end, and selects it. */
export function addScene(root: Schema): void {
  const schema = root.$defs?.['scene'];
  if (schema === undefined) return;
  const selected = /^\/scenes\/(\d+)/.exec(video.selection.peek())?.[1];
  insertAt(
    '/scenes',
    selected === undefined ? lengthOf('/scenes') : Number(selected) + 1,
    newNode(root, schema),
  );
}

/** Adds a copy after a scene or an element, and selects it. */
export function duplicate(pointer: string): void {
  const value = video.valueAt(pointer);
  const list = parentOf(pointer);
  if (value === undefined || list === null) return;
  insertAt(list, indexOf(pointer) + 1, withoutId(value));
}

/** Removes a scene or an element, and selects the one that takes its place. */
export function removePart(pointer: string): void {
  const list = parentOf(pointer);
  if (list === null) return;
  const at = indexOf(pointer);
  video.remove(pointer);
  const left = lengthOf(list);
  video.selection.value = left === 0 ? (parentOf(list) ?? '') : `${list}/${Math.min(at, left - 1)}`;
}

/** Moves a scene or an element within its list. Returns whether it moved. */
export function moveBy(pointer: string, steps: number): boolean {
  const list = parentOf(pointer);
  const to = indexOf(pointer) + steps;
  if (list === null || to < 0 || to >= lengthOf(list)) return false;
  moveTo(pointer, list, to);
  return true;
}

/**
 * Moves a scene or an element to a place in a list, which may be another one.
 *
 * @param to its index there, once it is gone from where it was. What is too large is the end.
 */
export function moveTo(pointer: string, list: string, to: number): void {
  const value = video.valueAt(pointer);
  if (value === undefined) return;
  if (list === '/scenes') {
    moveScene(video, indexOf(pointer), Math.min(to, lengthOf(list) - 1));
    return;
  }
  if (list === parentOf(pointer)) {
    const last = Math.min(to, lengthOf(list) - 1);
    video.transact(() => {
      video.move(pointer, last);
      video.selection.value = `${list}/${last}`;
    });
    return;
  }
  video.transact(() => {
    video.remove(pointer);
    const at = Math.min(to, lengthOf(list));
    insertInto(list, at, value);
    video.selection.value = `${list}/${at}`;
  });
}

function insertAt(list: string, at: number, value: unknown): void {
  video.transact(() => insertInto(list, at, value));
  video.selection.value = `${list}/${at}`;
}

function insertInto(list: string, at: number, value: unknown): void {
  if (!Array.isArray(video.valueAt(list))) video.edit(list, [value]);
  else video.insert(`${list}/${at < lengthOf(list) ? at : '-'}`, value);
}

function lengthOf(list: string): number {
  const value = video.valueAt(list);
  return Array.isArray(value) ? value.length : 0;
}

function indexOf(pointer: string): number {
  return Number(pointer.slice(pointer.lastIndexOf('/') + 1));
}

/** Names of scenes are unique. */
function withoutId(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { id: _, ...rest } = value as Record<string, unknown>;
  return rest;
}
