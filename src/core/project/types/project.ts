import type { Issue } from '../../fields/issues.js';
import type { FactsOfSources } from './source-facts.js';
import type { SubtitlesElement } from './captions.js';
import type { Delivery } from './delivery.js';
import type { TimelineElement } from './elements.js';
import type { FileOutput, Output } from './outputs.js';
import type { Scene } from './scene.js';
import type { FrameRate, Quality } from './values.js';

/** The same video in another aspect ratio. The config is read again, because defaults depend on the frame. */
export interface VideoOutput extends Output {
  readonly type: 'video';
  readonly project: Project;
}

/** The most frames of a config that only wants to see some. */
export const MOST_STILLS = 4;

export type ProjectOutput = VideoOutput | FileOutput;

/** A project, or why a config is none. */
export type ParseResult =
  | { readonly ok: true; readonly project: Project }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A checked video config. Defaults are filled in, aliases are resolved, and all values are valid. */
export interface Project {
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
  readonly quality: Quality;
  /** The longest time between key pictures in seconds, or null for what suits the picture. */
  readonly keyframeInterval: number | null;
  /** True for the fastest encoder settings. */
  readonly draft: boolean;
  /** Integrated loudness in LUFS, or null to leave the mix unchanged. */
  readonly loudness: number | null;
  readonly comment: string | null;
  readonly clientData: unknown;
  /** What happens with the finished video. */
  readonly delivery: Delivery;
  /** The priority of the job, from -5 to 5. */
  readonly priority: number;
  readonly scenes: readonly Scene[];
  /** Elements that span the whole video, without the subtitles. */
  readonly elements: readonly TimelineElement[];
  readonly subtitles: SubtitlesElement | null;
  /** Files besides the video itself. */
  readonly outputs: readonly ProjectOutput[];
  /** Times in milliseconds of the only frames to render, or null for the whole video. */
  readonly stills: readonly number[] | null;
  /** What authors are told about how the config was read: what was approximated, guessed, or left out. */
  readonly notes: readonly Issue[];
  /**
   * Reads the config again for its sources, on which its size, its frame rate, or its times depend. Until then, they are
   * those of usual sources. Null for configs that say everything themselves.
   */
  readonly withSources: ((facts: FactsOfSources) => ParseResult) | null;
}
