import { partsOf, valueAt } from '../../document/pointers.js';
import { texts } from '../../texts/index.js';

/** A place of a config in words, such as "scene 2, element 1 (image), src". */
export function placeWords(config: unknown, pointer: string): string {
  const words: string[] = [];
  const parts = partsOf(pointer);
  let at = '';
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]!;
    const next = parts[index + 1];
    at += `/${part}`;
    if (next === undefined || !/^\d+$/.test(next)) {
      words.push(part);
      continue;
    }
    at += `/${next}`;
    index++;
    words.push(itemWords(part, Number(next) + 1, valueAt(config, at)));
  }
  return words.length === 0 ? texts.render.issues.video : words.join(', ');
}

function itemWords(list: string, number: number, value: unknown): string {
  const { scene, element, item } = texts.render.place;
  if (list === 'scenes') return scene(number);
  if (list !== 'elements') return item(list, number);
  const type = (value as { type?: unknown } | undefined)?.type;
  return element(number, typeof type === 'string' ? type : null);
}
