import type { PictureColors } from '../../../core/color/picture-colors.js';
import type { Orientation } from '../../../core/media/picture-traits.js';
import type { AudioTrack } from '../../../core/sources/source-key.js';
import type { ConvertedType } from './sniff-source.js';

/** A source on the disk of this machine, identified by its content. */
export interface StoredSource {
  readonly contentHash: string;
  readonly path: string;
  readonly demuxer: string;
  /** The conversion that it needs before ffmpeg can read it, or null. */
  readonly convert: ConvertedType | null;
  /** For a converted source: how its original file wants to be shown. */
  readonly shown?: { readonly exif: Orientation; readonly colors: PictureColors };
  /** Of a drawing, which may move. */
  readonly drawing?: {
    /** Whole pixels of its picture for each of its own pixels. */
    readonly density: number;
    /** The exact length of one that moves, in microseconds. Its file has it in milliseconds. */
    readonly endUs?: number;
    /** What its author should know. */
    readonly warnings: readonly string[];
  };
  /** The audio track that its element selects. Null or absent for the default track. */
  readonly audioTrack?: AudioTrack;
  /** Index of the audio stream that is decoded. Default 0. */
  readonly soundStream?: number;
  /** Folder of the attempt that uses the source. Derived files are put there. */
  readonly workDir: string;
}
