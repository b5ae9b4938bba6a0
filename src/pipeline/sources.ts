import { type AudioTrack, audioTrackOf, sourceKey } from '../core/project/source-key.js';
import type { MediaElement, Project } from '../core/project/types.js';
import type { MediaStore, StoredSource } from '../engine/media/media-store.js';
import type { RenderContext } from './render-context.js';

export interface FetchedSource {
  /** As `sourceKey` makes it. */
  readonly key: string;
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
  const wanted = new Map<string, MediaElement>();
  const elements = [...project.scenes.flatMap((scene) => scene.elements), ...project.elements];
  for (const element of elements) {
    if (!('src' in element) || wanted.has(sourceKey(element))) continue;
    wanted.set(sourceKey(element), element);
  }
  const files = new Map<string, StoredSource>();
  const fetched: FetchedSource[] = [];
  for (const { item, fraction } of inOrder([...wanted])) {
    const [key, element] = item;
    const { src, pointer } = element;
    // One address may be wanted with several of its tracks.
    const known = files.get(src);
    const file = known ?? (await media.acquire(src, { pointer, localSources, signal, workDir }));
    files.set(src, file);
    const audioTrack: AudioTrack = audioTrackOf(element);
    fetched.push({ key, pointer, source: { ...file, audioTrack } });
    onProgress('fetch', fraction);
  }
  return fetched;
}

/** Items one after another, each with the part that is done when it is. */
export function* inOrder<T>(items: readonly T[]): Generator<{ item: T; fraction: number }> {
  for (const [index, item] of items.entries()) yield { item, fraction: (index + 1) / items.length };
}
