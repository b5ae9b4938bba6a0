import { childPointer } from '../fields/json-pointer.js';

/** Both starting at 1, as in editors. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

export type PointerPlaces = ReadonlyMap<string, TextPlace>;

/** Tokens of a valid JSON text: brackets, commas, texts, and other scalars. Colons and white space are skipped. */
const TOKEN = /[[\]{},]|"(?:[^"\\]|\\.)*"|[^\s:[\]{},"]+/g;

interface Level {
  readonly pointer: string;
  /** The index in a list; null in an object. */
  index: number | null;
  /** The name that was read last. */
  name: string | null;
}

/**
 * Finds the places of values in a JSON text. A value that is missing has the place of the nearest value around it.
 * The text is read once, in linear time.
 *
 * @param text valid JSON. The result is empty for other texts.
 * @param pointers JSON pointers (RFC 6901)
 */
export function locatePointers(text: string, pointers: readonly string[]): PointerPlaces {
  const isNeeded = pointers.some((pointer) => pointer !== '');
  const starts =
    isNeeded && isJson(text) ? valueStarts(text, withParents(pointers)) : new Map<string, number>();
  const lines = lineStarts(text, starts.size);
  const places = new Map<string, TextPlace>();
  for (const pointer of pointers) {
    for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
      const start = starts.get(at);
      if (start !== undefined) places.set(pointer, placeAt(start, lines));
      if (start !== undefined || at === '') break;
    }
  }
  return places;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function withParents(pointers: readonly string[]): Set<string> {
  const wanted = new Set<string>();
  for (const pointer of pointers) {
    for (let at = pointer; !wanted.has(at); at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
      wanted.add(at);
    }
  }
  return wanted;
}

/** The positions of the wanted values. A member counts from its name. */
function valueStarts(text: string, wanted: ReadonlySet<string>): Map<string, number> {
  const starts = new Map<string, number>();
  const open: Level[] = [];
  const begin = (pointer: string, at: number) => {
    if (wanted.has(pointer) && !starts.has(pointer)) starts.set(pointer, at);
  };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const level = open.at(-1);
    if (token === '}' || token === ']') {
      open.pop();
    } else if (token === ',') {
      level!.name = null;
      if (level!.index !== null) level!.index++;
    } else if (level?.index === null && level.name === null) {
      level.name = JSON.parse(token) as string;
      begin(childPointer(level.pointer, level.name), index);
    } else {
      const pointer = level ? childPointer(level.pointer, level.index ?? level.name!) : '';
      begin(pointer, index);
      if (token === '{') open.push({ pointer, index: null, name: null });
      if (token === '[') open.push({ pointer, index: 0, name: null });
    }
  }
  return starts;
}

/** The positions at which lines begin, if any is needed. */
function lineStarts(text: string, needed: number): readonly number[] {
  if (needed === 0) return [];
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function placeAt(position: number, lines: readonly number[]): TextPlace {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (lines[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: position - lines[low]! + 1 };
}
