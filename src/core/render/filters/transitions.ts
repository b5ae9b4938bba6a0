import type { FrameRate } from '../../project/types/index.js';
import { decimal, rate, timeBase } from './filter-values.js';
import type { Transition } from '../segment/types.js';

/** The one transition that every ffmpeg can do; the others are `xfade`'s. */
export const CROSS_FADE = 'fade';

export interface TransitionFilters {
  readonly first: string;
  readonly second: string;
  readonly both: string;
}

/**
 * Filters for the scene that goes, for the one that comes, and for the two together.
 *
 * `xfade` came with ffmpeg 4.3; the cross-fade, which is by far the most used, is a picture that
 * fades in over the other and needs nothing newer than the rest.
 */
export function transitionFilters({ style, count }: Transition, fps: FrameRate): TransitionFilters {
  if (style === CROSS_FADE) {
    const second = `format=yuva420p,fade=t=in:s=0:n=${count}:alpha=1`;
    return { first: 'null', second, both: 'overlay=eof_action=pass:repeatlast=0' };
  }
  const steady = `fps=${rate(fps)}`;
  const seconds = decimal((count * fps.den) / fps.num);
  return {
    first: steady,
    second: steady,
    // Its own times leave a gap after the first picture, which the encoder would fill with a copy.
    both: `xfade=transition=${style}:duration=${seconds}:offset=0,settb=${timeBase(fps)},setpts=N`,
  };
}
