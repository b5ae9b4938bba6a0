import type { PosterFormat } from '../../core/project/types/index.js';

/** A valid config, and whose it is. Plain data, which passes between processes. */
export interface PreviewInput {
  /** Previews of one key share sources and caches. Those of different keys share nothing. */
  readonly keyId: string;
  readonly config: unknown;
  /** The objects of the assets that the config names, by the ID of the asset. */
  readonly assets: Readonly<Record<string, string>>;
}

export interface StillOptions {
  /** In seconds from the start of the video. */
  readonly at: number;
  /** The largest width in pixels. */
  readonly width: number;
  readonly format: PosterFormat;
}

/** A frame as a picture. */
export interface Still {
  readonly bytes: Uint8Array;
  /** The number of the frame, from 0, and how many the video has. */
  readonly frame: number;
  readonly frames: number;
}

export interface DraftOptions {
  /** In seconds from the start of the video. */
  readonly from: number;
  readonly to: number;
  /** The largest width in pixels. */
  readonly width: number;
}

/** What a draft is, before its first bytes. */
export interface DraftStart {
  /** The `codecs` of its media type (RFC 6381). */
  readonly codecs: string;
  /** The times in seconds at which it starts and ends, within the video. */
  readonly from: number;
  readonly to: number;
}

/** A part of a draft: what it is, then bytes of a fragmented MP4. */
export type DraftPart = DraftStart | Uint8Array;
