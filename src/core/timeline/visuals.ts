import { PLAIN_TRAITS } from '../media/picture-traits.js';
import type { Project, ShapeElement, VisualElement } from '../project/types/index.js';
import { nearestFrame, SAMPLE_RATE } from '../time/time.js';
import { elementBox, type Size } from './box.js';
import { type ClipLook, resolveLook } from './clip-look.js';
import { drawnFrames } from './drawn-frames.js';
import { type Container, soundOutlastsPicture, spanOf } from './element-span.js';
import { focusMove } from './focus.js';
import { clipMovement } from './movement.js';
import type { FreezeFrame, SourceProbe, VisualClip } from './types.js';

/** A shape with only one side set is a square. */
const SQUARE = { width: 1, height: 1 };

type FrameSettings = Pick<Project, 'width' | 'height' | 'fps'>;

/** An image or a video on the timeline, or null if it is not visible in any frame. */
export function visualClip(
  element: VisualElement,
  probe: SourceProbe,
  container: Container,
  { width, height, fps }: FrameSettings,
): Omit<VisualClip, 'sequence' | 'blend' | 'matte'> | null {
  const span = spanOf(element, probe, container);
  const startFrame = nearestFrame(span.startSample, fps);
  const endFrame = nearestFrame(span.endSample, fps);
  if (endFrame <= startFrame) return null;
  const whole = { width: probe.width ?? 1, height: probe.height ?? 1 };
  const look = resolveLook(element.look, whole, element.pointer);
  const source = look?.crop ?? whole;
  const box = withoutPadding(elementBox(element, source, { width, height }), element.padding);
  return {
    pointer: element.pointer,
    kind: probe.kind === 'animation' ? 'video' : element.type,
    contentHash: probe.contentHash,
    shape: null,
    content: null,
    sceneIndex: container.sceneIndex,
    startFrame,
    endFrame,
    seekUs: element.type === 'video' ? element.seekMs * 1000 : 0,
    speed: element.type === 'video' ? element.speed : 1,
    loopUs: loopLengthUs(element, probe),
    freezeFrame: freezeFrameOf(element, probe),
    traits: probe.traits,
    ...box,
    sourceWidth: source.width,
    sourceHeight: source.height,
    resize: element.resize,
    opacity: element.opacity,
    zIndex: element.zIndex,
    translucent: probe.translucent,
    motion: focusMove(element.motion),
    look: look && inFile(look, probe.density ?? 1),
    cornersAndRotation: element.outline,
    mask: element.mask,
    ...clipMovement(element.movement, element.outline, {
      ...{ box, frame: { width, height }, fps, count: endFrame - startFrame },
      ...{ fadeInMs: element.fadeInMs, fadeOutMs: element.fadeOutMs },
    }),
  };
}

/** A look in pixels of the file, which may have more of them than the picture. */
function inFile(look: ClipLook, density: number): ClipLook {
  const { crop } = look;
  if (crop === null || density === 1) return look;
  const { x, y, width, height } = crop;
  const scaled = { x: x * density, y: y * density };
  return {
    ...look,
    crop: { ...scaled, width: width * density, height: height * density },
  };
}

/** The part of a box inside of its padding, of which at least a pixel is left. */
function withoutPadding<T extends Size & { readonly x: number; readonly y: number }>(
  box: T,
  padding: number,
): T {
  const across = Math.min(Math.round(padding), Math.ceil(box.width / 2) - 1);
  const down = Math.min(Math.round(padding), Math.ceil(box.height / 2) - 1);
  const { x, y, width, height } = box;
  return {
    ...box,
    x: x + across,
    y: y + down,
    width: width - 2 * across,
    height: height - 2 * down,
  };
}

/** A shape on the timeline, or null if it is not visible in any frame. */
export function shapeClip(
  element: ShapeElement,
  container: Container,
  { width, height, fps }: FrameSettings,
): Omit<VisualClip, 'sequence' | 'blend' | 'matte'> | null {
  const frames = drawnFrames(element, container, fps);
  if (frames === null) return null;
  const { pointer, form, path, fill, stroke, opacity, zIndex, outline } = element;
  const box = elementBox(element, SQUARE, { width, height });
  return {
    pointer,
    kind: 'shape',
    contentHash: '',
    shape: { form, fill, stroke, ...(path === undefined ? {} : { path }) },
    content: null,
    mask: element.mask,
    sceneIndex: container.sceneIndex,
    ...frames,
    seekUs: 0,
    speed: 1,
    traits: PLAIN_TRAITS,
    loopUs: null,
    freezeFrame: null,
    motion: null,
    look: null,
    resize: 'fill',
    translucent: true,
    ...box,
    sourceWidth: box.width,
    sourceHeight: box.height,
    opacity,
    zIndex,
    cornersAndRotation: outline,
    ...clipMovement(element.movement, outline, {
      ...{ box, frame: { width, height }, fps, count: frames.endFrame - frames.startFrame },
      ...{ fadeInMs: element.fadeInMs, fadeOutMs: element.fadeOutMs },
    }),
  };
}

/** When the source restarts, in microseconds, or null. An animated image always loops. */
function loopLengthUs(element: VisualElement, probe: SourceProbe): number | null {
  const loops = element.type === 'video' ? element.loop : probe.kind === 'animation';
  if (!loops) return null;
  return soundOutlastsPicture(element, probe)
    ? Math.round((probe.audioSamples! * 1_000_000) / SAMPLE_RATE)
    : (probe.loopUs ?? probe.videoDurationUs);
}

function freezeFrameOf(element: VisualElement, probe: SourceProbe): FreezeFrame | null {
  if (!soundOutlastsPicture(element, probe)) return null;
  return { fromUs: probe.videoDurationUs!, seekUs: probe.lastPictureUs! };
}
