import type { Project } from '../core/project/types.js';
import type { MediaStore, StoredSource } from '../engine/media/media-store.js';
import type { RenderContext } from './render-context.js';

export interface FetchedSource {
  readonly src: string;
  /** The first element that names it. */
  readonly pointer: string;
  readonly source: StoredSource;
}

/** Fetches each source a project names, once, however many elements name it. */
export async function fetchSources(
  project: Project,
  media: MediaStore,
  { localSources, signal, workDir, onProgress }: Omit<RenderContext, 'outputDir'>,
): Promise<FetchedSource[]> {
  const pointers = new Map<string, string>();
  const elements = [...project.scenes.flatMap((scene) => scene.elements), ...project.elements];
  for (const element of elements) {
    if (!('src' in element) || pointers.has(element.src)) continue;
    pointers.set(element.src, element.pointer);
  }
  const fetched: FetchedSource[] = [];
  for (const { item, fraction } of inOrder([...pointers])) {
    const [src, pointer] = item;
    fetched.push({
      src,
      pointer,
      source: await media.acquire(src, { pointer, localSources, signal, workDir }),
    });
    onProgress('fetch', fraction);
  }
  return fetched;
}

/** Items one after another, each with the part that is done when it is. */
export function* inOrder<T>(items: readonly T[]): Generator<{ item: T; fraction: number }> {
  for (const [index, item] of items.entries()) yield { item, fraction: (index + 1) / items.length };
}
