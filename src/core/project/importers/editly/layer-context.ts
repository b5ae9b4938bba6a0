import type { OwnObject } from '../own-object.js';
import type { SoundLevels } from './sound-levels.js';
import type { Spec } from './spec.js';

/** What a layer needs to know of its clip. */
export interface ClipContext {
  /** Whether the clip is as long as this layer. */
  readonly setsLength: boolean;
  /** The length of the clip, if the spec says it. */
  readonly seconds: number | null;
  /** Gain of its sound. Null if it is not heard. */
  readonly volume: number | null;
  /** Whether no other layer is below it. */
  readonly isFirst: boolean;
  readonly levels: SoundLevels;
}

/** What a layer becomes. */
export interface LayerContext extends ClipContext {
  readonly spec: Spec;
  /** An element with the times of the layer. */
  readonly timed: () => OwnObject;
  /** How long the layer shows, if the spec says it. */
  readonly shown: number | null;
  /** Whether it begins or ends in the middle of its clip. */
  readonly isPart: boolean;
}
