import type { FrameRate } from '../../project/types/index.js';
import { allVisuals, contentsOf } from '../../timeline/all-clips.js';
import type { Size } from '../../timeline/box.js';
import type { ClipContent, Timeline, TimelineScene, VisualClip } from '../../timeline/types.js';
import { bottomLayers, withoutHidden } from '../segment/hidden-layers.js';
import { isOpaque } from '../segment/transparency.js';
import type {
  Canvas,
  CaptionTrack,
  Drawing,
  Fade,
  Layer,
  PaintItem,
  QualitySettings,
  RenderPlan,
  Segment,
  Stack,
} from '../segment/types.js';
import { type DrawnText, drawTexts, textChanges } from './drawn-texts.js';
import {
  type ChangeRange,
  changedFrames,
  contentChanges,
  timelineChanges,
} from './layer-changes.js';
import { type LoopPass, loopPasses } from './loop-passes.js';
import { borderPicture, maskAndTurn, shadowOf, shapePicture } from './mask-and-turn.js';
import { moveLayer } from './move-layer.js';
import { nestView } from './nest-view.js';
import { placeMovingView } from './moving-view.js';
import { type Pictures, picturesOf } from './pictures.js';
import { layerLook, placePicture } from './place.js';
import { divideIntoRanges, type LongestRanges, type SegmentRange } from './segment-ranges.js';

/** A part of the video in which the same scenes show: one, or two during a transition. */
export interface Section {
  readonly from: number;
  readonly to: number;
  readonly scene: TimelineScene;
  readonly next: TimelineScene | null;
}

/** What is drawn over the pictures of a timeline, and between them. */
export interface Overlays {
  readonly captions: CaptionTrack;
  readonly texts: readonly DrawnText[];
}

/**
 * Divides a timeline into segments: at scenes and transitions, between moving and still parts, and
 * where a part is long. A change in one segment leaves the others as they were.
 *
 * @param everyFrame if true, each scene is one segment in which every frame is made. The tests compare
 * the plan with this.
 */
export function buildPlan(
  timeline: Timeline,
  overlays: Overlays,
  encoder: QualitySettings,
  everyFrame = false,
): RenderPlan {
  const { width, height, fps, totalFrames } = timeline;
  const planner = new SegmentPlanner(timeline, overlays, encoder);
  const rangesOf = (section: Section): SegmentRange[] =>
    everyFrame ? [{ from: section.from, to: section.to, moving: true }] : planner.rangesOf(section);
  const segments = planner.sections.flatMap((section) =>
    rangesOf(section).map((range) => planner.segment(section, range)),
  );
  return { width, height, fps, totalFrames, segments };
}

/** Plans segments of a video one by one. */
export class SegmentPlanner {
  readonly sections: readonly Section[];
  /** The frames that differ from the frame before. */
  private readonly changes: readonly number[];

  constructor(
    private readonly timeline: Timeline,
    private readonly overlays: Overlays,
    private readonly encoder: QualitySettings,
  ) {
    const { captions, texts } = overlays;
    const points = [...captions.changes, ...textChanges(texts)];
    this.changes = changedFrames(timelineChanges(timeline), points, timeline.totalFrames);
    this.sections = sectionsOf(timeline);
  }

  /** The ranges of a section that become segments. */
  rangesOf({ from, to }: Section, longest?: LongestRanges): SegmentRange[] {
    return divideIntoRanges(this.changes, from, to, this.timeline.fps, longest);
  }

  /** @param range frames of the section: all of them during a transition */
  segment(section: Section, range: SegmentRange): Segment {
    const { timeline, encoder, overlays } = this;
    const { from, to, moving } = range;
    const frames = moving ? framesFrom(from, to) : this.changes;
    const pictures = picturesOf(frames, from, to, timeline.fps);
    const { captions, texts } = overlays;
    const { fps } = timeline;
    const scope = { ...section, ...range, timeline, fps, pictures, texts };
    return buildSegment(scope, { captions, encoder });
  }
}

function sectionsOf({ scenes }: Timeline): Section[] {
  return scenes.flatMap((scene, index) => {
    const before = scenes[index - 1];
    const after = scenes[index + 1] ?? null;
    const from = Math.max(scene.startFrame, before?.endFrame ?? 0);
    const to = after?.startFrame ?? scene.endFrame;
    const sections: Section[] = [];
    if (to > from) sections.push({ from, to, scene, next: null });
    if (after && scene.endFrame > after.startFrame) {
      sections.push({ from: after.startFrame, to: scene.endFrame, scene, next: after });
    }
    return sections;
  });
}

/** A segment's frames, and what may show in them. */
interface SegmentScope extends Section {
  readonly moving: boolean;
  readonly timeline: Timeline;
  readonly fps: FrameRate;
  readonly pictures: Pictures;
  readonly texts: readonly DrawnText[];
}

function buildSegment(
  scope: SegmentScope,
  { captions, encoder }: { readonly captions: CaptionTrack; readonly encoder: QualitySettings },
): Segment {
  const { scene, next, from, to, moving, timeline, pictures } = scope;
  const { width, height, fps } = timeline;
  // During a transition, only what lies below the scenes moves with them. The rest stays above both.
  const isBelow = (element: PaintedElement) => next === null || element.zIndex < 0;
  const isOver = (element: PaintedElement) => element.sceneIndex === null && !isBelow(element);
  return {
    width,
    height,
    fps,
    frameCount: to - from,
    repeats: moving ? null : pictures.repeats,
    keyPictures: pictures.keys,
    stack: buildStack(scope, scene, isBelow),
    next: next && buildStack(scope, next, isBelow),
    transition: next?.transition ? { style: next.transition, count: to - from } : null,
    over: next ? paintItems(scope, rootElements(scope, isOver), timeline) : [],
    // Written each time it is read: the documents of a long video would take the most memory.
    get captions() {
      return captions.documentOf(pictures.frames);
    },
    encoder: moving ? encoder.moving : encoder.still,
  };
}

/** The elements in the frame of the video, without those in groups. */
function rootElements(
  { timeline, texts }: SegmentScope,
  matches: (element: PaintedElement) => boolean,
): PaintedElement[] {
  const own = texts.filter(({ contentId }) => contentId === null);
  return [...timeline.visuals, ...own].filter(matches);
}

function buildStack(
  scope: SegmentScope,
  { backgroundColor, index }: TimelineScene,
  includesGlobal: (element: PaintedElement) => boolean,
): Stack {
  const { timeline, pictures } = scope;
  const elements = rootElements(scope, (element) =>
    element.sceneIndex === null ? includesGlobal(element) : element.sceneIndex === index,
  );
  const layers = paintItems(scope, elements, timeline);
  return withoutHidden({ backgroundColor, layers }, timeline, pictures.frames.length);
}

/** An element that has a place in the paint order. */
type PaintedElement = VisualClip | DrawnText;

/** The frames in which elements are painted, and what is drawn in them. */
type PaintScope = Pick<SegmentScope, 'from' | 'to' | 'pictures' | 'texts' | 'fps'>;

/** The elements of a frame in paint order. Texts with no picture between them become one drawing. */
function paintItems(
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
  const drawing = (adjacent: readonly DrawnText[]): Drawing | null =>
    drawTexts(adjacent, pictures.frames, { width: frame.width, height: frame.height, fps });
  return groupTexts(shown.sort(byPaintOrder)).flatMap<PaintItem>((group) =>
    Array.isArray(group) ? (drawing(group) ?? []) : layers(group),
  );
}

/** The pictures of a group or a matte in frames [from, to). If nothing in it changes, there is one for all of them. */
function buildCanvas(
  content: ClipContent,
  { from, to }: Pick<LoopPass, 'from' | 'to'>,
  { pictures, texts, fps }: PaintScope,
): Canvas {
  const [start, end] = [pictures.indexOf(from), pictures.indexOf(to)];
  const isMoving = changesWithin(content, { from: from + 1, to }, { texts, fps });
  const frames = isMoving ? pictures.frames.slice(start, end) : [from];
  const indexOf = (frame: number) =>
    frame <= from ? frame - from : isMoving ? pictures.indexOf(frame) - start : 1;
  const scope = { from, to, pictures: { ...pictures, frames, indexOf }, texts, fps };
  const own = texts.filter(({ contentId }) => contentId === content.id);
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
  { texts, fps }: Pick<PaintScope, 'texts' | 'fps'>,
): boolean {
  const isInside = (range: ChangeRange) => range.from < to && range.to > from;
  if (contentChanges(content, fps).some(isInside)) return true;
  const ids = new Set([
    content.id,
    ...allVisuals(content.visuals)
      .flatMap(contentsOf)
      .map(({ id }) => id),
  ]);
  const drawn = texts.filter(({ contentId }) => contentId !== null && ids.has(contentId));
  return textChanges(drawn).some((frame) => frame >= from && frame < to);
}

function byPaintOrder(a: PaintedElement, b: PaintedElement): number {
  return a.zIndex - b.zIndex || a.sequence - b.sequence;
}

function groupTexts(elements: readonly PaintedElement[]): (VisualClip | DrawnText[])[] {
  const groups: (VisualClip | DrawnText[])[] = [];
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

function framesFrom(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
