import { partsOf, valueAt } from '../../document/index.js';
import { texts } from '../../texts/index.js';

const MOST_LETTERS = 40;

/** What people call an element: its name, its text, or its file. @param type used if the document does not say it */
export function nameOf(root: unknown, pointer: string, type: keyof typeof texts.see.kinds): string {
  const element = valueAt(root, pointer);
  const fields = isObject(element) ? element : {};
  const written = ['id', 'text', 'src']
    .map((field) => fields[field])
    .find((value) => typeof value === 'string' && value.trim() !== '');
  const kind = texts.see.kinds[type];
  if (typeof written !== 'string') return kind;
  const isSource = fields['id'] === undefined && fields['text'] === undefined;
  return `${kind} ${short(isSource ? fileNameOf(written) : written)}`;
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
