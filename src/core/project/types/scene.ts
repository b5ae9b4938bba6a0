import type { CaptionSettings } from './captions.js';
import type { TimelineElement } from './elements.js';
import type { TransitionStyle } from './transition-styles.js';

export interface Scene {
  readonly pointer: string;
  readonly id: string | null;
  /** `#RRGGBB` in uppercase. */
  readonly backgroundColor: string;
  /** Null: the length of the audio, or of the longest picture or video if there is no audio. */
  readonly durationMs: number | null;
  /** Transition from the previous scene, or null for a cut. */
  readonly transition: SceneTransition | null;
  /** The look of the captions in this scene, or null for that of the video. */
  readonly captionSettings: CaptionSettings | null;
  readonly elements: readonly TimelineElement[];
}

/** Both scenes are visible while it lasts, so it shortens the video by its duration. */
export interface SceneTransition {
  readonly style: TransitionStyle;
  readonly durationMs: number;
}
