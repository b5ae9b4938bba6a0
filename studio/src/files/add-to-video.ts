import { pointerOf } from '../document/pointers.js';
import { addSubtitles, addToVideo, findSubtitles } from '../document/subtitles.js';
import type { VideoDocument } from '../document/video-document.js';

type Fields = Readonly<Record<string, unknown>>;

/** What a sound is in the video. */
export type SoundUse =
  | { readonly use: 'speech'; readonly script: string; readonly hasCaptions: boolean }
  | { readonly use: 'music' }
  | { readonly use: 'effect' };

/** Where something is added: a scene, and the time in it. */
export interface Place {
  readonly scene: number;
  /** In seconds from the start of the scene. */
  readonly at: number;
}

/** A scene on the timeline, in seconds. */
export interface SceneTimes {
  readonly start: number;
  readonly end: number;
}

/** The scene of a playhead. Without a timeline, the lengths that the document names count. */
export function placeAt(
  value: unknown,
  playhead: number,
  timeline: readonly SceneTimes[] | null,
): Place {
  const scenes = listOf((value as Fields | null)?.['scenes']);
  const times = timeline?.length === scenes.length ? timeline : guessTimes(scenes);
  for (let scene = scenes.length - 1; scene > 0; scene--) {
    const { start } = times[scene]!;
    if (start <= playhead) return { scene, at: round(playhead - start) };
  }
  return { scene: 0, at: round(playhead) };
}

/** Adds a picture or a video above what the scene shows, and below its texts. Returns false if there is no scene. */
export function addPicture(
  video: VideoDocument,
  src: string,
  kind: 'image' | 'video',
  { scene }: Place,
): boolean {
  return addToScene(video, scene, { type: kind, src }, (elements) => {
    const types = elements.map(({ type }) => type);
    const last = Math.max(types.lastIndexOf('image'), types.lastIndexOf('video'));
    if (last >= 0) return last + 1;
    const text = types.indexOf('text');
    return text < 0 ? elements.length : text;
  });
}

/** Adds a sound. Speech makes its scene as long as it is, and gets captions. */
export function addSound(
  video: VideoDocument,
  src: string,
  sound: SoundUse,
  { scene, at }: Place,
): boolean {
  let hasAdded = false;
  video.transact(() => {
    if (sound.use === 'music') {
      const element = { type: 'audio', src, loop: true, duration: -2, volume: 0.6, ducking: true };
      hasAdded = addToVideo(video, element);
    } else if (sound.use === 'effect') {
      const start = at > 0 ? { start: at } : {};
      hasAdded = addToScene(video, scene, { type: 'audio', src, ...start, speech: false }, atEnd);
    } else {
      const text = sound.script.trim();
      const element = { type: 'audio', src, ...(text === '' ? {} : { text }) };
      hasAdded = addToScene(video, scene, element, atEnd);
      video.remove(pointerOf(['scenes', scene, 'duration']));
      if (sound.hasCaptions) addSubtitles(video, {});
    }
  });
  return hasAdded;
}

/** Takes the captions from a file. What the captions came from before is removed. */
export function addCaptionFile(video: VideoDocument, src: string): boolean {
  let hasAdded = false;
  video.transact(() => {
    hasAdded = addSubtitles(video, { captions: src });
  });
  return hasAdded;
}

/** Draws the captions in a font. Returns false if there are none. */
export function useFont(video: VideoDocument, src: string): boolean {
  const pointer = findSubtitles(video.value.value);
  return pointer !== null && video.edit(`${pointer}/settings/font-url`, src);
}

function addToScene(
  video: VideoDocument,
  scene: number,
  element: Fields,
  placeIn: (elements: readonly Fields[]) => number,
): boolean {
  const pointer = pointerOf(['scenes', scene]);
  if (video.valueAt(pointer) === undefined) return false;
  const elements = video.valueAt(`${pointer}/elements`);
  if (!Array.isArray(elements)) return video.edit(`${pointer}/elements`, [element]);
  return video.insert(`${pointer}/elements/${placeIn(listOf(elements))}`, element);
}

function atEnd(elements: readonly Fields[]): number {
  return elements.length;
}

function guessTimes(scenes: readonly Fields[]): SceneTimes[] {
  let end = 0;
  return scenes.map(({ duration, transition }) => {
    const overlap = Number((transition as Fields | undefined)?.['duration'] ?? 0) || 0;
    const start = Math.max(0, end - overlap);
    end = start + Math.max(0, Number(duration) || 0);
    return { start, end };
  });
}

function listOf(list: unknown): readonly Fields[] {
  return Array.isArray(list)
    ? list.filter((item) => typeof item === 'object' && item !== null)
    : [];
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
