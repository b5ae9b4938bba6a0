import type { Members } from '../members.js';

/** When a clip begins: in seconds from the start of the timeline, or with or after another one. */
export type ClipStart =
  { readonly seconds: number } | { readonly after: Clip } | { readonly sameAs: Clip };

/** How long a clip lasts: seconds, as long as its source, to the end of the timeline, or as long as another one. */
export type ClipLength =
  { readonly seconds: number } | 'natural' | 'end' | { readonly sameAs: Clip };

/** A clip of a track, before its times are known. */
export interface Clip {
  readonly members: Members;
  readonly asset: Members;
  /** The type of its asset in lower case. */
  readonly type: string;
  /** The ID of its element, if another one refers to it. */
  readonly id: string;
  /** Its index among the tracks, the first of which is the uppermost. */
  readonly track: number;
}

/** The times of a clip. */
export interface ClipTime {
  readonly start: ClipStart;
  readonly length: ClipLength;
  /** Seconds at its start that are not rendered. */
  readonly cut: number;
}

/** The length of a clip in seconds, if it is known. */
export const secondsOf = (time: ClipStart | ClipLength): number | null =>
  typeof time === 'object' && 'seconds' in time ? time.seconds : null;
