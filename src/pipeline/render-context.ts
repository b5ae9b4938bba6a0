import type { OutputFile } from '../core/job/output-file.js';
import type { Step } from '../core/job/steps.js';
import type { TextShaper } from '../core/text/types.js';
import type { Ffmpeg } from '../engine/ffmpeg/ffmpeg.js';
import type { FontCatalog } from '../engine/fonts/font-catalog.js';
import type { SourceRetry } from '../engine/media/store/media-session.js';
import type { MediaStore } from '../engine/media/store/media-store.js';
import type { MovingSegmentEncoder } from '../engine/render/encoders/moving-segment-encoder.js';
import type { SegmentFilters } from '../engine/render/segments/segment-filters.js';
import type { SegmentRenderer } from '../engine/render/segments/segment-renderer.js';
import type { SoundEncoder } from '../engine/render/mp4/sound-encoder.js';
import type { WordTimer } from '../engine/subtitle-timing/word-timer.js';

/** What a render works with; made once per process. */
export interface RenderEngines {
  readonly ffmpeg: Ffmpeg;
  readonly media: MediaStore;
  readonly fonts: FontCatalog;
  readonly shaper: TextShaper;
  readonly words: WordTimer;
  readonly segments: SegmentRenderer;
  /** Of moving segments. */
  readonly encoder: MovingSegmentEncoder;
  readonly filters: SegmentFilters;
  readonly sounds: SoundEncoder;
  readonly maxSourceSeconds: number;
}

/** One attempt to render one project. */
export interface RenderContext {
  readonly signal: AbortSignal;
  /** Empty folder of this attempt. */
  readonly workDir: string;
  /**
   * Folder of the finished files, on the same file system as `workDir`; appears whole or not at all.
   */
  readonly outputDir: string;
  /** True on the command line only. */
  readonly localSources: boolean;
  /** Called as work goes on; `fraction` of the step is done, 0 to 1. */
  readonly onProgress: (step: Step, fraction: number) => void;
  /** Called as each step ends, with how long it took. */
  readonly onStepEnd?: (step: Step, seconds: number) => void;
  /** Called when a source could not be fetched, and is tried again. */
  readonly onSourceRetry?: (retry: SourceRetry) => void;
}

/** What became of a render. */
export interface RenderReport {
  readonly outputDir: string;
  /** The video itself first. */
  readonly files: readonly OutputFile[];
  readonly durationSeconds: number;
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
  readonly frames: number;
  readonly segments: { readonly total: number; readonly cached: number };
  readonly subtitles: { readonly words: number; readonly method: string } | null;
  /** Largest distance of a scene boundary from its exact time, in frames. */
  readonly maxDriftFrames: number;
  readonly steps: readonly { readonly step: Step; readonly seconds: number }[];
  readonly warnings: readonly string[];
}
