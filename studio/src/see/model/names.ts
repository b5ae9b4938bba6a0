import { partsOf, valueAt } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import { assetNames } from '../../uploads/asset-names.js';

const MOST_LETTERS = 40;

export type Kind = keyof typeof texts.see.kinds;

/** What an element shows of itself: its name, its text, or its file. The kind if it has none of them. */
export function shortNameOf(root: unknown, pointer: string, type: Kind): string {
  return ownName(root, pointer) ?? texts.see.kinds[type];
}

/** What an element is called for screen readers: its kind, and its own name. */
export function nameOf(root: unknown, pointer: string, type: Kind): string {
  const own = ownName(root, pointer);
  const kind = texts.see.kinds[type];
  return own === null ? kind : `${kind} ${own}`;
}

function ownName(root: unknown, pointer: string): string | null {
  const element = valueAt(root, pointer);
  if (!isObject(element)) return null;
  const { id, text, src } = element;
  const written = [id, text].find((value) => typeof value === 'string' && value.trim() !== '');
  if (typeof written === 'string') return short(written);
  if (typeof src !== 'string') return null;
  // The ID of an asset says nothing.
  const name = src.startsWith('asset:') ? assetNames.value.get(src) : fileNameOf(src);
  return name === undefined ? null : short(name);
}

/** A place in words, such as `scene 2, element 1, src`. */
export function placeOf(pointer: string): string {
  const words: string[] = [];
  for (const part of partsOf(pointer)) {
    const last = words.at(-1);
    if (/^\d+$/.test(part) && last?.endsWith('s')) {
      words[words.length - 1] = `${last.slice(0, -1)} ${Number(part) + 1}`;
    } else {
      words.push(part);
    }
  }
  return words.join(', ');
}

function fileNameOf(source: string): string {
  const name = source.split(/[?#]/, 1)[0]!.split('/').at(-1)!;
  try {
    return decodeURIComponent(name) || source;
  } catch {
    return name;
  }
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS - 1)}…` : line;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
