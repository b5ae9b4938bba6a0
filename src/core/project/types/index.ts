import type { TransitionStyle } from './transition-styles.js';

import type { SubtitlesElement } from './captions.js';
import type { HeldElement } from './elements.js';
import type { FileOutput, Output } from './outputs.js';
import type { FrameRate, Quality } from './values.js';

export * from './captions.js';
export * from './elements.js';
export * from './looks.js';
export * from './outputs.js';
export * from './text.js';
export * from './values.js';

export interface Scene {
  readonly pointer: string;
  readonly id: string | null;
  /** `#RRGGBB`, upper case. */
  readonly backgroundColor: string;
  /** Milliseconds, or null: as long as its audio, else its longest visual. */
  readonly durationMs: number | null;
  /** How it takes the place of the scene before; null: a cut. */
  readonly transition: SceneTransition | null;
  readonly elements: readonly HeldElement[];
}

/** Both scenes show while it lasts, so the video is shorter by its duration. */
export interface SceneTransition {
  readonly style: TransitionStyle;
  readonly durationMs: number;
}

/** The same project in a frame of another shape: read anew, so that what depends on the frame fits. */
export interface VideoOutput extends Output {
  readonly type: 'video';
  readonly project: Project;
}

export type ProjectOutput = VideoOutput | FileOutput;

/** A checked project: every default filled in, every alias resolved, every value within its bounds. */
export interface Project {
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
  readonly quality: Quality;
  /** Fastest encoder settings, for a look. */
  readonly draft: boolean;
  /** Integrated loudness that the sound is brought to, LUFS; null: it stays as it is mixed. */
  readonly loudness: number | null;
  readonly comment: string | null;
  readonly clientData: unknown;
  readonly scenes: readonly Scene[];
  /** Elements over the whole video, without the subtitles. */
  readonly elements: readonly HeldElement[];
  readonly subtitles: SubtitlesElement | null;
  /** What else is made besides the video itself. */
  readonly outputs: readonly ProjectOutput[];
}
