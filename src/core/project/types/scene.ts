import type { CaptionSettings } from './captions.js';
import type { TimelineElement } from './elements.js';
import type { TransitionStyle } from './transition-styles.js';

export interface Scene {
  readonly pointer: string;
  readonly id: string | null;
  /** `#RRGGBB` in uppercase. */
  readonly backgroundColor: string;
  /** Null: what `lasts` says. */
  readonly durationMs: number | null;
  /**
   * What a scene without a duration is as long as: `audio` is its audio, or its longest picture or video if there is no
   * audio. `longest` is whatever ends last.
   */
  readonly lasts: 'audio' | 'longest';
  /** Whether the scene goes on until the elements of the whole video have ended. */
  readonly outlasts: boolean;
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
  /** Whether it is at most half as long as each of its scenes, instead of too long. */
  readonly shortens: boolean;
}
