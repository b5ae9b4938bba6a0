import type { FrameRate } from '../../project/types/index.js';
import type { VisualClip } from '../../timeline/types.js';

/** Frames [from, to) in which a clip plays its source without a restart. */
export interface LoopPass {
  readonly from: number;
  readonly to: number;
  /** Position in the source at `from`, in microseconds. */
  readonly seekUs: number;
  /** True if the last picture is frozen. */
  readonly frozen: boolean;
}

/**
 * The passes of a clip within frames [from, to): one, plus one for each restart of a loop. Each pass seeks
 * separately, so what a frame shows depends only on its time, however long the loop has run. The time in
 * which the last picture stays is a separate pass.
 */
export function loopPasses(clip: VisualClip, from: number, to: number, fps: FrameRate): LoopPass[] {
  const last = Math.min(clip.endFrame, to);
  const perFrame = (1_000_000 * clip.speed * fps.den) / fps.num;
  const sourceUs = (frame: number) =>
    clip.kind !== 'video' ? 0 : clip.seekUs + (frame - clip.startFrame) * perFrame;
  const first = Math.max(clip.startFrame, from);
  const { loopUs } = clip;
  // A source that restarts within every frame shows a still picture.
  if (loopUs === null || loopUs < perFrame) {
    const seekUs = loopUs === null ? Math.round(sourceUs(first)) : 0;
    return splitAtFreezeFrame({ from: first, to: last, seekUs, frozen: false }, clip, 0, perFrame);
  }
  const rounds: LoopPass[] = [];
  for (let frame = first; frame < last;) {
    const round = Math.floor(EPSILON + sourceUs(frame) / loopUs);
    const next =
      clip.startFrame + Math.ceil(((round + 1) * loopUs - clip.seekUs) / perFrame - EPSILON);
    const end = Math.min(last, Math.max(frame + 1, next));
    const seekUs = Math.max(0, Math.round(sourceUs(frame) - round * loopUs));
    const played = { from: frame, to: end, seekUs, frozen: false };
    rounds.push(...splitAtFreezeFrame(played, clip, round * loopUs, perFrame));
    frame = end;
  }
  return rounds;
}

/**
 * A pass, divided into the part that plays and the part in which the last picture stays.
 *
 * @param beginUs start of the pass, in microseconds of all passes together
 */
function splitAtFreezeFrame(
  round: LoopPass,
  clip: VisualClip,
  beginUs: number,
  perFrame: number,
): LoopPass[] {
  const { freezeFrame, startFrame, seekUs } = clip;
  if (freezeFrame === null) return [round];
  const playedUs = beginUs + freezeFrame.fromUs - seekUs;
  const heldFrom = startFrame + Math.ceil(playedUs / perFrame - EPSILON);
  const at = Math.min(round.to, Math.max(round.from, heldFrom));
  return [
    { ...round, to: at },
    { from: at, to: round.to, seekUs: freezeFrame.seekUs, frozen: true },
  ].filter(({ from, to }) => to > from);
}

/** Tolerance in frames or passes, because sums of fractions fall short of whole numbers. */
const EPSILON = 1e-6;
