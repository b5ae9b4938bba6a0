import { texts } from '../../texts/index.js';
import { valueAt } from '../../document/pointers.js';

/** A line of the outline. */
export interface Item {
  readonly pointer: string;
  /** From 1. */
  readonly level: number;
  readonly kind: 'video' | 'scene' | 'element' | 'group';
  /** The type of an element. */
  readonly type: string;
  readonly title: string;
  readonly about: string;
  readonly hasChildren: boolean;
  /** Its place among those beside it, from 1, and how many there are. */
  readonly place: number;
  readonly count: number;
}

/** The names of uploaded files by their addresses. */
type Files = ReadonlyMap<string, string>;

/** The video, its scenes with their elements, and the elements of the whole video. */
export function itemsOf(value: unknown, files: Files = new Map()): Item[] {
  const scenes = listAt(value, '/scenes');
  const elements = listAt(value, '/elements');
  const top = { level: 1, hasChildren: true, place: 1, count: 1 } as const;
  const name = valueAt(value, '/filename');
  const title = typeof name === 'string' && name !== '' ? name : texts.write.outline.video;
  return [
    { ...top, pointer: '', kind: 'video', type: 'video-config', title, about: '' },
    ...scenes.flatMap((scene, index) => sceneItems(scene, files, index, scenes.length)),
    ...elements.map((one, at) => {
      const item = elementItem(one, files, `/elements/${at}`, at, elements.length, 2);
      return { ...item, about: texts.write.outline.whole(item.about) };
    }),
  ];
}

function sceneItems(scene: unknown, files: Files, index: number, count: number): Item[] {
  const pointer = `/scenes/${index}`;
  const elements = listAt(scene, '/elements');
  const own = {
    ...{ pointer, level: 2, kind: 'scene' as const, type: 'scene' },
    title: nameOf(scene) ?? texts.write.outline.scene(index + 1),
    about: aboutScene(scene),
    hasChildren: elements.length > 0,
    ...{ place: index + 1, count },
  };
  const inner = elements.map((element, at) =>
    elementItem(element, files, `${pointer}/elements/${at}`, at, elements.length, 3),
  );
  return [own, ...inner];
}

function elementItem(
  element: unknown,
  files: Files,
  pointer: string,
  at: number,
  count: number,
  level: number,
): Item {
  const { type, text, src, shape } = (element ?? {}) as Record<string, unknown>;
  const kind = typeof type === 'string' ? type : '';
  const named = texts.write.types[kind as keyof typeof texts.write.types] ?? kind;
  const content = [text, fileOf(src, files), shape].find(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  );
  const title = nameOf(element) ?? content?.split('\n', 1)[0] ?? named;
  return {
    ...{ pointer, level, kind: 'element', type: kind, hasChildren: false },
    title,
    about: title === named ? '' : named,
    ...{ place: at + 1, count },
  };
}

function aboutScene(scene: unknown): string {
  const duration = valueAt(scene, '/duration');
  return typeof duration === 'number' && duration > 0
    ? texts.write.outline.seconds(duration)
    : texts.write.outline.automatic;
}

function nameOf(part: unknown): string | undefined {
  const id = valueAt(part, '/id');
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** The last part of an address, or the name of an uploaded file. */
function fileOf(src: unknown, files: Files): string | undefined {
  if (typeof src !== 'string') return undefined;
  if (src.startsWith('asset:')) return files.get(src);
  const name = src.split(/[?#]/, 1)[0]!.split('/').pop()!;
  return name === '' ? src : name;
}

function listAt(value: unknown, pointer: string): readonly unknown[] {
  const list = valueAt(value, pointer);
  return Array.isArray(list) ? list : [];
}
