import type { TimelineElement } from './elements.js';
import type { TransitionStyle } from './transition-styles.js';

export interface Scene {
  readonly pointer: string;
  readonly id: string | null;
  /** `#RRGGBB`, upper case. */
  readonly backgroundColor: string;
  /** Milliseconds, or null: as long as its audio, else its longest visual. */
  readonly durationMs: number | null;
  /** How it takes the place of the scene before; null: a cut. */
  readonly transition: SceneTransition | null;
  readonly elements: readonly TimelineElement[];
}

/** Both scenes show while it lasts, so the video is shorter by its duration. */
export interface SceneTransition {
  readonly style: TransitionStyle;
  readonly durationMs: number;
}
