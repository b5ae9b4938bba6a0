import type { FrameRate } from '../../project/types/index.js';
import { PLAIN_LOOK } from '../../timeline/clip-look.js';
import type { Timeline, TimelineScene, VisualClip } from '../../timeline/types.js';
import { withoutHidden } from '../segment/hidden-layers.js';
import { changedFrames, timelineChanges } from './layer-changes.js';
import { placeMovingView } from '../filters/motion-filters.js';
import { picturesOf, type Pictures } from './pictures.js';
import { maskAndTurn, shapePicture } from '../filters/mask-filters.js';
import { innerSize, placePicture } from './place.js';
import { type LoopPass, loopPasses } from './loop-passes.js';
import { divideIntoRanges, type SegmentRange } from './segment-ranges.js';
import { drawTexts, type DrawnText, textChanges } from './drawn-texts.js';
import type {
  CaptionTrack,
  Drawing,
  QualitySettings,
  Fade,
  Layer,
  LayerLook,
  PaintItem,
  Placement,
  RenderPlan,
  Segment,
  Stack,
} from '../segment/types.js';

/** A part of the video in which the same scenes show: one, or two in a transition. */
interface Section {
  readonly from: number;
  readonly to: number;
  readonly scene: TimelineScene;
  readonly next: TimelineScene | null;
}

/**
 * Cuts a timeline into segments: at scenes and transitions, between what moves and what stands still,
 * and where a stretch is long. What changes in one segment leaves the others as they were.
 *
 * @param everyFrame true: nothing is left out and nothing divided, each scene is one segment in which
 * every frame is made; what the plan says of frames that differ is checked against this
 */
export function buildPlan(
  timeline: Timeline,
  { captions, texts }: Overlays,
  encoder: QualitySettings,
  everyFrame = false,
): RenderPlan {
  const { width, height, fps, totalFrames } = timeline;
  const ranges = timelineChanges(timeline);
  const changes = changedFrames(
    ranges,
    [...captions.changes, ...textChanges(texts)],
    totalFrames,
  );
  const stretchesOf = ({ from, to }: Section): SegmentRange[] =>
    everyFrame ? [{ from, to, moving: true }] : divideIntoRanges(changes, from, to, fps);
  const segments = sectionsOf(timeline).flatMap((section) =>
    stretchesOf(section).map((stretch) =>
      segmentOf(section, stretch, timeline, { captions, texts, encoder, changes }),
    ),
  );
  return { width, height, fps, totalFrames, segments };
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

/** What is drawn over the pictures of a timeline, and between them. */
export interface Overlays {
  readonly captions: CaptionTrack;
  readonly texts: readonly DrawnText[];
}

/** What has a place in the paint order. */
type PaintedElement = VisualClip | DrawnText;

/** In paint order; titles with no picture between them are one drawing. */
function paintsOf(
  standing: readonly PaintedElement[],
  layers: (clip: VisualClip) => readonly Layer[],
  drawing: (titles: readonly DrawnText[]) => Drawing | null,
): PaintItem[] {
  const runs: (VisualClip | DrawnText[])[] = [];
  const order = (a: PaintedElement, b: PaintedElement) => a.zIndex - b.zIndex || a.sequence - b.sequence;
  for (const one of [...standing].sort(order)) {
    const last = runs.at(-1);
    if (!('sprites' in one)) runs.push(one);
    else if (Array.isArray(last)) last.push(one);
    else runs.push([one]);
  }
  return runs.flatMap<PaintItem>((run) => (Array.isArray(run) ? (drawing(run) ?? []) : layers(run)));
}

interface SegmentContext extends Overlays {
  readonly encoder: QualitySettings;
  readonly changes: readonly number[];
}

function segmentOf(
  { scene, next }: Section,
  { from, to, moving }: SegmentRange,
  timeline: Timeline,
  { captions, texts, encoder, changes }: SegmentContext,
): Segment {
  const { width, height, fps } = timeline;
  const pictures = moving
    ? picturesOf(framesFrom(from, to), from, to, fps)
    : picturesOf(changes, from, to, fps);
  const layersWhere = (wanted: (clip: PaintedElement) => boolean): PaintItem[] =>
    paintsOf(
      [
        ...timeline.visuals.filter((clip) => clip.startFrame < to && clip.endFrame > from),
        ...texts,
      ].filter(wanted),
      (clip) => loopPasses(clip, from, to, fps).map((round) => layerOf(clip, round, pictures, fps)),
      (adjacent) => drawTexts(adjacent, pictures.frames, timeline),
    );
  const stackOf = (of: TimelineScene, withGlobals: (clip: PaintedElement) => boolean): Stack =>
    withoutHidden(
      {
        backgroundColor: of.backgroundColor,
        layers: layersWhere((clip) =>
          clip.sceneIndex === null ? withGlobals(clip) : clip.sceneIndex === of.index,
        ),
      },
      timeline,
      pictures.frames.length,
    );
  // In a transition only what lies under the scenes moves with them; the rest stays above both.
  const under = (clip: PaintedElement) => next === null || clip.zIndex < 0;
  return {
    width,
    height,
    fps,
    frameCount: to - from,
    repeats: moving ? null : pictures.repeats,
    keyPictures: pictures.keys,
    stack: stackOf(scene, under),
    next: next && stackOf(next, under),
    transition: next?.transition ? { style: next.transition, count: to - from } : null,
    over: next ? layersWhere((clip) => clip.sceneIndex === null && !under(clip)) : [],
    // Written as often as it is read: together the documents of a long video are its largest part.
    get captions() {
      return captions.documentOf(pictures.frames);
    },
    encoder: moving ? encoder.moving : encoder.still,
  };
}

function layerOf(
  clip: VisualClip,
  { from, to, seekUs, frozen }: LoopPass,
  { indexOf }: Pictures,
  fps: FrameRate,
): Layer {
  const startFrame = from;
  const playedFrames = startFrame - clip.startFrame;
  const start = indexOf(startFrame);
  // What began before the layer's first picture counts back from it frame by frame.
  const pictureOf = (frame: number) =>
    frame < startFrame ? start - (startFrame - frame) : indexOf(frame);
  const fade = (first: number, count: number, wanted: boolean): Fade | null =>
    wanted && count > 0 ? { start: pictureOf(first), count } : null;
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
