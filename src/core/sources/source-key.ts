import type { MediaElement } from '../project/types/index.js';

/** Which of a source's tracks of sound is played: its number from 1, its language, or null: its default. */
export type AudioTrack = number | string | null;

export function audioTrackOf(element: MediaElement): AudioTrack {
  return element.type === 'image' ? null : element.audioTrack;
}

/** What tells the sources of elements apart: the address, and the track where one is chosen. */
export function sourceKey(element: MediaElement): string {
  const track = audioTrackOf(element);
  return track === null ? element.src : `${element.src}\n${track}`;
}
