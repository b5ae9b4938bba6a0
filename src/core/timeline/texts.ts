import type { FrameRate, TextAnimation, TextElement } from '../project/types/index.js';
import { framesOfMs } from '../time/time.js';
import { drawnFrames } from './drawn-frames.js';
import type { Container } from './element-span.js';
import type { FrameAnimation } from './text-states.js';
import type { TextClip } from './types.js';

/** A text element on the timeline, or null if it is not visible in any frame. */
export function textClip(
  element: TextElement,
  container: Container,
  sequence: number,
  fps: FrameRate,
): TextClip | null {
  const span = drawnFrames(element, container, fps);
  if (span === null) return null;
  const { startFrame, endFrame } = span;
  const inFrames = (animation: TextAnimation | null): FrameAnimation | null => {
    if (animation === null) return null;
    const { durationMs, staggerMs, ...rest } = animation;
    const stagger = staggerMs === null ? null : framesOfMs(staggerMs, fps);
    return { ...rest, frames: framesOfMs(durationMs, fps), stagger };
  };
  return {
    element,
    sceneIndex: container.sceneIndex,
    startFrame,
    zIndex: element.zIndex,
    sequence,
    times: {
      frames: endFrame - startFrame,
      fadeInFrames: framesOfMs(element.fadeInMs, fps),
      fadeOutFrames: framesOfMs(element.fadeOutMs, fps),
      animateIn: inFrames(element.animateIn),
      animateOut: inFrames(element.animateOut),
    },
  };
}
