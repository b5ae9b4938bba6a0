import type { FrameRate } from '../../project/types/index.js';
import { allVisuals, contentsOf } from '../../timeline/all-clips.js';
import type { Size } from '../../timeline/box.js';
import type { ClipContent, VisualClip } from '../../timeline/types.js';
import { bottomLayers, withoutHidden } from '../segment/hidden-layers.js';
import { isOpaque } from '../segment/transparency.js';
import type { Canvas, Drawing, Fade, Layer, PaintItem } from '../segment/types.js';
import { type SpriteLayer, drawSprites, spriteChanges } from './sprite-layers.js';
import { type ChangeRange, contentChanges } from './layer-changes.js';
import { type LoopPass, loopPasses } from './loop-passes.js';
import { borderPicture, maskAndTurn, shadowOf, shapePicture } from './mask-and-turn.js';
import { moveLayer } from './move-layer.js';
import { placeMovingView } from './moving-view.js';
import { nestView } from './nest-view.js';
import type { Pictures } from './pictures.js';
import { layerLook, placePicture } from './place.js';

/** An element that has a place in the paint order. */
export type PaintedElement = VisualClip | SpriteLayer;

/** The frames in which elements are painted, and what is drawn in them. */
export interface PaintScope {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly pictures: Pictures;
  readonly drawn: readonly SpriteLayer[];
  readonly fps: FrameRate;
}

/** The elements of a frame in paint order. What is drawn with no picture in between becomes one drawing. */
export function paintItems(
  scope: PaintScope,
  elements: readonly PaintedElement[],
  frame: Size,
): PaintItem[] {
  const { from, to, pictures, fps } = scope;
  const shown = elements.filter(
    (element) => 'sprites' in element || (element.startFrame < to && element.endFrame > from),
  );
  const layers = (given: VisualClip): Layer[] => {
    const clip = nestView(given);
    return loopPasses(clip, from, to, fps).flatMap(
      (pass) => buildLayer(clip, pass, scope, frame) ?? [],
    );
  };
  const drawing = (adjacent: readonly SpriteLayer[]): Drawing | null =>
    drawSprites(adjacent, pictures.frames, { width: frame.width, height: frame.height, fps });
  return groupDrawn(shown.sort(byPaintOrder)).flatMap<PaintItem>((group) =>
    Array.isArray(group) ? (drawing(group) ?? []) : layers(group),
  );
}

/** The pictures of a group or a matte in frames [from, to). If nothing in it changes, there is one for all of them. */
function buildCanvas(
  content: ClipContent,
  { from, to }: Pick<LoopPass, 'from' | 'to'>,
  { pictures, drawn, fps }: PaintScope,
): Canvas {
  const [start, end] = [pictures.indexOf(from), pictures.indexOf(to)];
  const isMoving = changesWithin(content, { from: from + 1, to }, { drawn, fps });
  const frames = isMoving ? pictures.frames.slice(start, end) : [from];
  const indexOf = (frame: number) =>
    frame <= from ? frame - from : isMoving ? pictures.indexOf(frame) - start : 1;
  const scope = { from, to, pictures: { ...pictures, frames, indexOf }, drawn, fps };
  const own = drawn.filter(({ contentId }) => contentId === content.id);
  const painted = {
    backgroundColor: '',
    layers: paintItems(scope, [...content.visuals, ...own], content),
  };
  const { layers } = withoutHidden(painted, content, frames.length);
  const isCovered = bottomLayers(layers, content, frames.length).length > 0;
  const { width, height } = content;
  const backgroundColor = isCovered ? '#000000FF' : content.backgroundColor;
  return { width, height, count: frames.length, backgroundColor, layers };
}

/** Whether anything in a group or a matte changes in some frames. */
function changesWithin(
  content: ClipContent,
  { from, to }: ChangeRange,
  { drawn, fps }: Pick<PaintScope, 'drawn' | 'fps'>,
): boolean {
  const isInside = (range: ChangeRange) => range.from < to && range.to > from;
  if (contentChanges(content, fps).some(isInside)) return true;
  const ids = new Set([
    content.id,
    ...allVisuals(content.visuals)
      .flatMap(contentsOf)
      .map(({ id }) => id),
  ]);
  const inside = drawn.filter(({ contentId }) => contentId !== null && ids.has(contentId));
  return spriteChanges(inside).some((frame) => frame >= from && frame < to);
}

function byPaintOrder(a: PaintedElement, b: PaintedElement): number {
  return a.zIndex - b.zIndex || a.sequence - b.sequence;
}

function groupDrawn(elements: readonly PaintedElement[]): (VisualClip | SpriteLayer[])[] {
  const groups: (VisualClip | SpriteLayer[])[] = [];
  for (const element of elements) {
    const last = groups.at(-1);
    if (!('sprites' in element)) groups.push(element);
    else if (Array.isArray(last)) last.push(element);
    else groups.push([element]);
  }
  return groups;
}

/** @returns null if the clip moves outside of the frame */
function buildLayer(
  clip: VisualClip,
  { from, to, seekUs, frozen }: LoopPass,
  scope: PaintScope,
  frame: Size,
): Layer | null {
  const { fps } = scope;
  const { indexOf, frames } = scope.pictures;
  const playedFrames = from - clip.startFrame;
  const start = indexOf(from);
  // What began before the first picture of the layer counts back from it frame by frame.
  const pictureOf = (frame: number) => (frame < from ? start - (from - frame) : indexOf(frame));
  const fade = (first: number, count: number, shows: boolean): Fade | null =>
    shows && count > 0 ? { start: pictureOf(first), count } : null;
  const { fadeInFrames, fadeOutFrames } = clip;
  const fadeOutStart = clip.endFrame - fadeOutFrames;
  const time = { offset: playedFrames, count: clip.endFrame - clip.startFrame };
  const placed = placePicture(clip);
  const moved = clip.motion ? placeMovingView(placed, clip.motion, time) : null;
  const placement = moved?.placement ?? placed;
  const canvas = clip.content && buildCanvas(clip.content, { from, to }, scope);
  const layer: Layer = {
    contentHash: clip.contentHash,
    kind: clip.kind,
    start,
    end: indexOf(to),
    seekUs,
    speed: frozen ? 1 : clip.speed,
    traits: clip.traits,
    canvas,
    translucent: canvas === null ? clip.translucent : !isOpaque(canvas),
    blend: clip.blend,
    matte: clip.matte && {
      type: clip.matte.type,
      canvas: buildCanvas(clip.matte.content, { from, to }, scope),
    },
    opacity: clip.opacity,
    fadeIn: fade(clip.startFrame, fadeInFrames, from < clip.startFrame + fadeInFrames),
    fadeOut: fade(fadeOutStart, fadeOutFrames, to > fadeOutStart),
    motion: moved?.motion ?? null,
    path: null,
    look: layerLook(clip, placement),
    ...maskAndTurn(clip, placement, { playedFrames, fps }),
    shape: clip.shape && shapePicture(clip.shape, clip, placement),
    border: borderPicture(clip, placement),
    shadow: shadowOf(clip),
    ...placement,
  };
  if (clip.movement === null) return layer;
  const shown = frames.slice(start, layer.end).map((frame) => frame - clip.startFrame);
  return moveLayer(layer, clip.movement, {
    clip,
    placed,
    frames: shown,
    plays: canvas === null ? clip.kind === 'video' && !frozen : canvas.count > 1,
    fps,
    frame,
  });
}
