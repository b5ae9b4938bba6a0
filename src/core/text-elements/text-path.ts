import type { Rect } from '../drawing/path.js';
import { changedPoses } from '../motion/changed-poses.js';
import { type Channel, hides, poseAt } from '../motion/pose.js';
import type { FrameRate, TextElement } from '../project/types/index.js';
import { clipMovement, turnChannels } from '../timeline/movement.js';
import { BEYOND_LINE } from './moving-groups.js';
import { type Posed, posed, UNPOSED } from './posed.js';

/** How a whole text moves, besides its entrance and its exit. */
export interface TextPath {
  /** Whether it is ever elsewhere than where it is laid out. */
  readonly moves: boolean;
  /** Frames, counted from its first, in which it is elsewhere than in the frame before. Ascending. */
  readonly changes: readonly number[];
  /** @param frame counted from its first */
  readonly at: (frame: number) => Posed;
}

/** What the movement of a text depends on. */
interface TextSpace {
  /** Where it is laid out. */
  readonly area: Rect;
  readonly fontSize: number;
  readonly frame: { readonly width: number; readonly height: number };
  readonly fps: FrameRate;
  /** Length of the text in frames. */
  readonly count: number;
}

/** The movement of a text. */
export function textPath(
  { movement: given, rotation }: Pick<TextElement, 'movement' | 'rotation'>,
  { area, fontSize, frame, fps, count }: TextSpace,
): TextPath {
  const { left: x, top: y, right, bottom } = area;
  const box = { x, y, width: right - x, height: bottom - y };
  const scope = { box, frame, fps, count, fadeInMs: 0, fadeOutMs: 0 };
  const { movement } = clipMovement(given, { rotation }, scope);
  const rate = fps.num / fps.den;
  const channels: readonly Channel[] = [
    ...(movement?.channels ?? []),
    ...turnChannels(rotation, count / rate),
  ];
  if (channels.length === 0) return { moves: false, changes: [], at: () => UNPOSED };
  const { anchor } = given;
  const about = { x: x + box.width * anchor.x, y: y + box.height * anchor.y };
  return {
    moves: true,
    changes: changedPoses(channels, count, rate),
    at: (number) => {
      const pose = poseAt(channels, number / rate);
      if (hides(pose)) return { ...UNPOSED, opacity: 0 };
      return posed(pose, area, about, BEYOND_LINE * fontSize);
    },
  };
}
