import type { OutputFile } from '../../core/job/output-file.js';
import type { Step } from '../../core/job/steps.js';
import type { FetchAsset, SourceRetry } from '../../engine/media/store/media-session.js';
import type { VoicePermission } from '../voices/voice-speaker.js';
import type { Helpers } from './helpers.js';

/** One attempt to render one video config. */
export interface RenderContext {
  readonly signal: AbortSignal;
  /** The empty folder of this attempt. */
  readonly workDir: string;
  /**
   * The folder for the finished files, on the same file system as `workDir`. It appears only when all of
   * them are complete.
   */
  readonly outputDir: string;
  /** Called with the complete folder, before the last step ends. */
  readonly publish?: (folder: string, files: readonly OutputFile[]) => Promise<void>;
  /** True on the command line only: `src` may be a path. */
  readonly localSources: boolean;
  /** Finds the uploaded files of the owner of the job. */
  readonly fetchAsset?: FetchAsset;
  /** What voices may do; missing: they speak, and nothing is counted. */
  readonly voices?: VoicePermission;
  /** Called on progress. `fraction` is the finished part of the step, 0 to 1. */
  readonly onProgress: (step: Step, fraction: number) => void;
  /** Called when a step ends, with its whole duration. A step that goes on after another one ends again. */
  readonly onStepEnd?: (step: Step, seconds: number) => void;
  /** Called when a fetch fails and will be retried. */
  readonly onSourceRetry?: (retry: SourceRetry) => void;
  /** Other workers, which may render some of the segments. */
  readonly helpers?: Helpers;
}

/** The part of a {@link RenderContext} that planning needs. */
export type PlanContext = Omit<RenderContext, 'outputDir'>;

/** The result of a render. */
export interface RenderReport {
  readonly outputDir: string;
  /** The video itself comes first. */
  readonly files: readonly OutputFile[];
  readonly durationSeconds: number;
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
  readonly frames: number;
  readonly segments: { readonly total: number; readonly cached: number };
  readonly subtitles: { readonly words: number; readonly method: string } | null;
  /** The largest distance of a scene boundary from its exact time, in frames. */
  readonly maxDriftFrames: number;
  readonly steps: readonly { readonly step: Step; readonly seconds: number }[];
  readonly warnings: readonly string[];
}
