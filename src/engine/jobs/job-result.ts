import type { OutputFile } from '../../core/job/output-file.js';
import type { Step } from '../../core/job/steps.js';

/** A step that was done, and how long it took. */
export interface JobStep {
  readonly step: Step;
  readonly seconds: number;
}

/** What is known of a finished video; stored with its job. */
export interface VideoResult {
  /** Folder of its files, below that of all videos. */
  readonly folder: string;
  /** The video itself first. */
  readonly files: readonly OutputFile[];
  readonly durationSeconds: number;
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
  readonly frames: number;
  readonly videoCodec: string;
  readonly audioCodec: string;
  readonly subtitles: { readonly words: number; readonly method: string } | null;
  readonly segments: { readonly total: number; readonly cached: number };
  /** Largest distance of a scene boundary from its exact time, in frames (at most 0.5). */
  readonly maxDriftFrames: number;
}
