import type { OutputFile } from '../../core/job/output-file.js';
import type { Step } from '../../core/job/steps.js';

/** A finished step and its duration. */
export interface JobStep {
  readonly step: Step;
  readonly seconds: number;
}

/** The properties of a finished video, which are stored with its job. */
export interface VideoResult {
  /** The folder of its files, within the folder of all videos. */
  readonly folder: string;
  /** The video itself comes first. */
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
  /** The largest distance of a scene boundary from its exact time, in frames (at most 0.5). */
  readonly maxDriftFrames: number;
}
