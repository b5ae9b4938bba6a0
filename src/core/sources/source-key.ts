import type { MediaElement } from '../project/types/index.js';

/** The audio track of a source: its number, starting at 1, its language, or null for the default. */
export type AudioTrack = number | string | null;

export function audioTrackOf(element: MediaElement): AudioTrack {
  return element.type === 'image' ? null : element.audioTrack;
}

/** Identifies the source of an element: its address, and the selected audio track. */
export function sourceKey(element: MediaElement): string {
  const track = audioTrackOf(element);
  return track === null ? element.src : `${element.src}\n${track}`;
}
