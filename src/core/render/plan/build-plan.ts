import type { FrameRate } from '../../project/types/index.js';
import { PLAIN_LOOK } from '../../timeline/clip-look.js';
import type { Timeline, TimelineScene, VisualClip } from '../../timeline/types.js';
import { withoutHidden } from '../segment/hidden-layers.js';
import type {
  CaptionTrack,
  Drawing,
  Fade,
  Layer,
  LayerLook,
  PaintItem,
  Placement,
  QualitySettings,
  RenderPlan,
  Segment,
  Stack,
} from '../segment/types.js';
import { type DrawnText, drawTexts, textChanges } from './drawn-texts.js';
import { changedFrames, timelineChanges } from './layer-changes.js';
import { type LoopPass, loopPasses } from './loop-passes.js';
import { borderPicture, maskAndTurn, shadowOf, shapePicture } from './mask-and-turn.js';
import { placeMovingView } from './moving-view.js';
import { type Pictures, picturesOf } from './pictures.js';
import { innerSize, placePicture } from './place.js';
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
    const scope = { ...section, ...range, timeline, pictures, texts };
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
    over: next
      ? paintItems(scope, (element) => element.sceneIndex === null && !isBelow(element))
      : [],
    // Written each time it is read: the documents of a long video would take the most memory.
    get captions() {
      return captions.documentOf(pictures.frames);
    },
    encoder: moving ? encoder.moving : encoder.still,
  };
}

function buildStack(
  scope: SegmentScope,
  { backgroundColor, index }: TimelineScene,
  includesGlobal: (element: PaintedElement) => boolean,
): Stack {
  const layers = paintItems(scope, (element) =>
    element.sceneIndex === null ? includesGlobal(element) : element.sceneIndex === index,
  );
  const { timeline, pictures } = scope;
  return withoutHidden({ backgroundColor, layers }, timeline, pictures.frames.length);
}

/** An element that has a place in the paint order. */
type PaintedElement = VisualClip | DrawnText;

/** The elements of a segment in paint order. Texts with no picture between them become one drawing. */
function paintItems(
  { from, to, timeline, pictures, texts }: SegmentScope,
  matches: (element: PaintedElement) => boolean,
): PaintItem[] {
  const visuals = timeline.visuals.filter((clip) => clip.startFrame < to && clip.endFrame > from);
  const elements = [...visuals, ...texts].filter(matches).sort(byPaintOrder);
  const layers = (clip: VisualClip): Layer[] =>
    loopPasses(clip, from, to, timeline.fps).map((pass) =>
      buildLayer(clip, pass, pictures, timeline.fps),
    );
  const drawing = (adjacent: readonly DrawnText[]): Drawing | null =>
    drawTexts(adjacent, pictures.frames, timeline);
  return groupTexts(elements).flatMap<PaintItem>((group) =>
    Array.isArray(group) ? (drawing(group) ?? []) : layers(group),
  );
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

function buildLayer(
  clip: VisualClip,
  { from, to, seekUs, frozen }: LoopPass,
  { indexOf }: Pictures,
  fps: FrameRate,
): Layer {
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
  return {
    contentHash: clip.contentHash,
    kind: clip.kind,
    start,
    end: indexOf(to),
    seekUs,
    speed: frozen ? 1 : clip.speed,
    traits: clip.traits,
    translucent: clip.translucent,
    opacity: clip.opacity,
    fadeIn: fade(clip.startFrame, fadeInFrames, from < clip.startFrame + fadeInFrames),
    fadeOut: fade(fadeOutStart, fadeOutFrames, to > fadeOutStart),
    motion: moved?.motion ?? null,
    look: layerLook(clip, placement),
    ...maskAndTurn(clip, placement, { playedFrames, fps }),
    shape: clip.shape && shapePicture(clip.shape, clip, placement),
    border: borderPicture(clip, placement),
    shadow: shadowOf(clip),
    ...placement,
  };
}

function layerLook(clip: VisualClip, { scaleWidth, scaleHeight }: Placement): LayerLook | null {
  const inner = innerSize(clip, { width: scaleWidth, height: scaleHeight });
  if (clip.look === null && inner === null) return null;
  return { ...(clip.look ?? PLAIN_LOOK), inner };
}

function framesFrom(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
