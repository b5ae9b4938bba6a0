import type { Complaints } from '../../ffmpeg/complaints.js';
import type { SoundStream } from './audio-track.js';
import type { PictureStream } from './describe-picture.js';
import type { DeclaredLength } from './measure-damage.js';

/** A stream in the report of ffprobe. */
export interface ProbedStream extends PictureStream, SoundStream, DeclaredLength {
  readonly codec_type?: string;
  readonly disposition?: { readonly attached_pic?: number; readonly default?: number };
}

/** What is used of the report of ffprobe about a source. */
export interface FfprobeReport {
  readonly streams?: readonly ProbedStream[];
  readonly format?: { readonly start_time?: string; readonly duration?: string };
  /** Stills only, because ffprobe decodes them. */
  readonly frames?: readonly unknown[];
  readonly complaints?: Complaints;
}
