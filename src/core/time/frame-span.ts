/** Consecutive frames; the end is exclusive. */
export interface FrameSpan {
  readonly startFrame: number;
  readonly endFrame: number;
}
