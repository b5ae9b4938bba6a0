import type { FrameRate } from '../../project/types/index.js';
import { decimal, frameTimestamps, rate, timeBase } from './filter-values.js';
import { CROSS_FADE, type Transition } from '../segment/types.js';

export interface TransitionFilters {
  readonly first: string;
  readonly second: string;
  readonly both: string;
}

/**
 * Filters for the outgoing scene, for the incoming scene, and for the two together.
 *
 * `xfade` exists since ffmpeg 4.3. The cross-fade, by far the most common transition, does without it:
 * one picture fades in over the other.
 */
export function transitionFilters({ style, count }: Transition, fps: FrameRate): TransitionFilters {
  if (style === CROSS_FADE) {
    const second = `format=yuva420p,fade=t=in:s=0:n=${count}:alpha=1`;
    return { first: 'null', second, both: 'overlay=eof_action=pass:repeatlast=0' };
  }
  // Other time bases, such as that of a layer over a background, would cost the last picture.
  const steady = `${frameTimestamps(fps)},fps=${rate(fps)}`;
  const seconds = decimal((count * fps.den) / fps.num);
  return {
    first: steady,
    second: steady,
    // The timestamps of `xfade` leave a gap after the first picture. The encoder would fill it with a copy.
    both: `xfade=transition=${style}:duration=${seconds}:offset=0,settb=${timeBase(fps)},setpts=N`,
  };
}
