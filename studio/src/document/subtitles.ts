import { pointerOf } from './pointers.js';
import type { VideoDocument } from './video-document.js';

type Fields = Readonly<Record<string, unknown>>;

/** The JSON pointer of the subtitles element, or null. */
export function findSubtitles(value: unknown): string | null {
  const project = value as Fields | null;
  const find = (list: unknown) => listOf(list).findIndex((item) => item['type'] === 'subtitles');
  const at = find(project?.['elements']);
  if (at >= 0) return pointerOf(['elements', at]);
  for (const [scene, { elements }] of listOf(project?.['scenes']).entries()) {
    const own = find(elements);
    if (own >= 0) return pointerOf(['scenes', scene, 'elements', own]);
  }
  return null;
}

/** Changes the subtitles element, or adds one. */
export function addSubtitles(video: VideoDocument, fields: Fields): boolean {
  const pointer = findSubtitles(video.value.value);
  if (pointer === null) return addToVideo(video, { type: 'subtitles', ...fields });
  if (Object.keys(fields).length === 0) return true;
  for (const source of ['text', 'words', 'captions']) video.remove(`${pointer}/${source}`);
  return Object.entries(fields).every(([name, value]) => video.edit(`${pointer}/${name}`, value));
}

/** Adds an element that spans the whole video. */
export function addToVideo(video: VideoDocument, element: Fields): boolean {
  return Array.isArray(video.valueAt('/elements'))
    ? video.insert('/elements/-', element)
    : video.edit('/elements', [element]);
}

function listOf(list: unknown): readonly Fields[] {
  return Array.isArray(list)
    ? list.filter((item) => typeof item === 'object' && item !== null)
    : [];
}
