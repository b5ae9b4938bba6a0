import { PLAIN_TRAITS } from '../media/picture-traits.js';
import type { FrameRate, GroupElement } from '../project/types/index.js';
import { evenSize } from '../util/align.js';
import { elementBox, type Size } from './box.js';
import { clipMovement } from './movement.js';
import type { ClipContent, TextClip, VisualClip } from './types.js';

/** A box in pixels of what contains it. */
export interface ElementBoxSize extends Size {
  readonly x: number;
  readonly y: number;
}

interface GroupPlace extends ElementBoxSize {
  readonly startFrame: number;
  readonly endFrame: number;
  readonly sceneIndex: number | null;
  readonly fps: FrameRate;
  /** Size of the frame in which the group is placed. */
  readonly frame: Size;
}

type GroupClip = Omit<VisualClip, 'sequence' | 'blend' | 'matte'>;

/** The box of a group, whose sides are even. With one side set, it has the proportions of its frame. */
export function groupCanvas(element: GroupElement, frame: Size): ElementBoxSize {
  const box = elementBox(element, frame, frame);
  return { ...box, width: evenSize(box.width), height: evenSize(box.height) };
}

/** A group on the timeline. */
export function groupClip(
  element: GroupElement,
  content: ClipContent,
  { fps, frame, ...place }: GroupPlace,
): GroupClip {
  const { fadeInMs, fadeOutMs } = element;
  const count = place.endFrame - place.startFrame;
  return {
    ...plainClip(content),
    ...place,
    pointer: element.pointer,
    opacity: element.opacity,
    zIndex: element.zIndex,
    cornersAndRotation: element.outline,
    mask: element.mask,
    ...clipMovement(element.movement, element.outline, {
      ...{ box: place, frame, fps, count, fadeInMs, fadeOutMs },
    }),
  };
}

/** A text that blends, or has a matte, as a group of its own that fills the frame. */
export function textGroupClip(
  clip: TextClip,
  { id, width, height }: Size & { readonly id: number },
): GroupClip {
  const [evenWidth, evenHeight] = [evenSize(width), evenSize(height)];
  const content = {
    ...{ id, width: evenWidth, height: evenHeight },
    backgroundColor: '#00000000',
    visuals: [],
    texts: [clip],
  };
  return {
    ...plainClip(content),
    pointer: clip.element.pointer,
    sceneIndex: clip.sceneIndex,
    startFrame: clip.startFrame,
    endFrame: clip.startFrame + clip.times.frames,
    ...{ x: 0, y: 0, width: evenWidth, height: evenHeight },
    zIndex: clip.zIndex,
  };
}

function plainClip(content: ClipContent) {
  const { width, height } = content;
  return {
    kind: 'group' as const,
    contentHash: '',
    content,
    shape: null,
    seekUs: 0,
    speed: 1,
    loopUs: null,
    freezeFrame: null,
    traits: PLAIN_TRAITS,
    translucent: true,
    motion: null,
    movement: null,
    look: null,
    resize: 'fill' as const,
    sourceWidth: width,
    sourceHeight: height,
    opacity: 1,
    fadeInFrames: 0,
    fadeOutFrames: 0,
    mask: null,
    cornersAndRotation: NO_OUTLINE,
  };
}

const NO_OUTLINE = { cornerRadius: { px: 0 }, rotation: null, border: null, shadow: null };
