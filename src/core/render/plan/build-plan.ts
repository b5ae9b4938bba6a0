import type { FrameRate } from '../../project/types/index.js';
import { PLAIN_LOOK } from '../../timeline/look.js';
import type { Timeline, TimelineScene, VisualClip } from '../../timeline/types.js';
import { withoutHidden } from './hidden-layers.js';
import { changedFrames, timelineChanges } from './layer-changes.js';
import { moveOver } from '../filters/motion.js';
import { picturesOf, type Pictures } from './pictures.js';
import { outlineOf, shapePicture } from '../filters/outline.js';
import { innerSize, place } from './place.js';
import { type Round, roundsOf } from './rounds.js';
import { divideIntoStretches, type Stretch } from './stretches.js';
import { drawingOf, type Title, titleChanges } from './titles.js';
import type {
  CaptionTrack,
  Drawing,
  EncodeSettings,
  Fade,
  Layer,
  LayerLook,
  Paint,
  Placement,
  RenderPlan,
  Segment,
  Stack,
} from './types.js';

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
  { captions, titles }: Drawn,
  encoder: EncodeSettings,
  everyFrame = false,
): RenderPlan {
  const { width, height, fps, totalFrames } = timeline;
  const ranges = timelineChanges(timeline);
  const changes = changedFrames(
    ranges,
    [...captions.changes, ...titleChanges(titles)],
    totalFrames,
  );
  const stretchesOf = ({ from, to }: Section): Stretch[] =>
    everyFrame ? [{ from, to, moving: true }] : divideIntoStretches(changes, from, to, fps);
  const segments = sectionsOf(timeline).flatMap((section) =>
    stretchesOf(section).map((stretch) =>
      segmentOf(section, stretch, timeline, { captions, titles, encoder, changes }),
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
export interface Drawn {
  readonly captions: CaptionTrack;
  readonly titles: readonly Title[];
}

/** What has a place in the paint order. */
type Standing = VisualClip | Title;

/** In paint order; titles with no picture between them are one drawing. */
function paintsOf(
  standing: readonly Standing[],
  layers: (clip: VisualClip) => readonly Layer[],
  drawing: (titles: readonly Title[]) => Drawing | null,
): Paint[] {
  const runs: (VisualClip | Title[])[] = [];
  const order = (a: Standing, b: Standing) => a.zIndex - b.zIndex || a.sequence - b.sequence;
  for (const one of [...standing].sort(order)) {
    const last = runs.at(-1);
    if (!('sprites' in one)) runs.push(one);
    else if (Array.isArray(last)) last.push(one);
    else runs.push([one]);
  }
  return runs.flatMap<Paint>((run) => (Array.isArray(run) ? (drawing(run) ?? []) : layers(run)));
}

interface SegmentContext extends Drawn {
  readonly encoder: EncodeSettings;
  readonly changes: readonly number[];
}

function segmentOf(
  { scene, next }: Section,
  { from, to, moving }: Stretch,
  timeline: Timeline,
  { captions, titles, encoder, changes }: SegmentContext,
): Segment {
  const { width, height, fps } = timeline;
  const pictures = moving
    ? picturesOf(framesFrom(from, to), from, to, fps)
    : picturesOf(changes, from, to, fps);
  const layersWhere = (wanted: (clip: Standing) => boolean): Paint[] =>
    paintsOf(
      [
        ...timeline.visuals.filter((clip) => clip.startFrame < to && clip.endFrame > from),
        ...titles,
      ].filter(wanted),
      (clip) => roundsOf(clip, from, to, fps).map((round) => layerOf(clip, round, pictures, fps)),
      (adjacent) => drawingOf(adjacent, pictures.frames, timeline),
    );
  const stackOf = (of: TimelineScene, withGlobals: (clip: Standing) => boolean): Stack =>
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
  const under = (clip: Standing) => next === null || clip.zIndex < 0;
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
  { from, to, seekUs, still }: Round,
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
  const placed = place(clip);
  const moved = clip.motion ? moveOver(placed, clip.motion, time) : null;
  const placement = moved?.placement ?? placed;
  return {
    contentHash: clip.contentHash,
    kind: clip.kind,
    start,
    end: indexOf(to),
    seekUs,
    speed: still ? 1 : clip.speed,
    traits: clip.traits,
    translucent: clip.translucent,
    opacity: clip.opacity,
    fadeIn: fade(clip.startFrame, fadeInFrames, from < clip.startFrame + fadeInFrames),
    fadeOut: fade(fadeOutStart, fadeOutFrames, to > fadeOutStart),
    motion: moved?.motion ?? null,
    look: layerLook(clip, placement),
    ...outlineOf(clip, placement, { playedFrames, fps }),
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
