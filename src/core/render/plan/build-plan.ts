import type { Timeline, TimelineScene } from '../../timeline/types.js';
import { firstAtOrAfter } from '../../time/first-at-or-after.js';
import { withoutHidden } from '../segment/hidden-layers.js';
import { bandAround } from './caption-band.js';
import type {
  CaptionBand,
  CaptionTrack,
  LoopedPasses,
  QualitySettings,
  RenderPlan,
  Segment,
  Stack,
} from '../segment/types.js';
import { type SpriteLayer, spriteChanges } from './sprite-layers.js';
import { changedFrames, timelineChanges } from './layer-changes.js';
import { type PaintedElement, paintItems, type PaintScope } from './paint-items.js';
import { longestGroup, picturesOf } from './pictures.js';
import { loopPasses } from './loop-passes.js';
import { divideIntoLoops, type PassFrames } from './looped-ranges.js';
import {
  divideIntoRanges,
  LONGEST,
  type LongestRanges,
  type SegmentRange,
} from './segment-ranges.js';

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
  readonly texts: readonly SpriteLayer[];
  readonly waveforms: readonly SpriteLayer[];
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
    everyFrame
      ? [{ from: section.from, to: section.to, moving: true }]
      : planner.loopedRangesOf(section);
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
  /** The frames that differ without captions, too. */
  private readonly pictureChanges: readonly number[];
  private readonly drawn: readonly SpriteLayer[];

  constructor(
    private readonly timeline: Timeline,
    private readonly overlays: Overlays,
    private readonly encoder: QualitySettings,
  ) {
    const { captions, texts, waveforms } = overlays;
    this.drawn = [...texts, ...waveforms];
    const [ranges, points] = [timelineChanges(timeline), spriteChanges(this.drawn)];
    this.pictureChanges = changedFrames(ranges, points, timeline.totalFrames);
    const all = [...points, ...captions.changes];
    this.changes = changedFrames(ranges, all, timeline.totalFrames);
    this.sections = sectionsOf(timeline);
  }

  /**
   * The ranges of a section that become segments. If bands are encoded, captions that move make no range a moving one.
   */
  rangesOf({ from, to }: Section, longest?: LongestRanges): SegmentRange[] {
    const changes = this.encoder.band === null ? this.changes : this.pictureChanges;
    return divideIntoRanges(changes, from, to, this.timeline.fps, longest);
  }

  /** The same, with passes of loops that differ in nothing but captions as ranges of their own. */
  loopedRangesOf(section: Section): SegmentRange[] {
    if (!this.encoder.looksAhead || section.next !== null) return this.rangesOf(section);
    const whole = { ...LONGEST, movingSeconds: Infinity };
    return this.rangesOf(section, whole).flatMap((range) =>
      range.moving ? this.loopsOf(section, range) : [range],
    );
  }

  private loopsOf(section: Section, { from, to }: SegmentRange): SegmentRange[] {
    const { fps, visuals } = this.timeline;
    const looped = visuals.find(
      ({ kind, loopUs, sceneIndex, startFrame, endFrame }) =>
        kind === 'video' &&
        loopUs !== null &&
        (sceneIndex === null || sceneIndex === section.scene.index) &&
        startFrame <= from &&
        endFrame >= to,
    );
    const passes = looped ? loopPasses(looped, from, to, fps) : [];
    const restarts = passes.slice(1).map((pass) => pass.from);
    return divideIntoLoops({ from, to }, restarts, this.timeline, (first, other) => {
      const start = { from: first.from, to: first.from + other.to - other.from };
      return this.picturesKey(section, start) === this.picturesKey(section, other);
    });
  }

  /** What the pictures of frames show but for captions. */
  private picturesKey(section: Section, { from, to }: PassFrames): string {
    const { stack, next, over } = this.segment(section, { from, to, moving: true });
    return JSON.stringify([stack, next, over]);
  }

  /** The passes of a range. Like captions, those of a pass are written each time they are read. */
  private passesOf(section: Section, { from, to, passFrames }: SegmentRange): LoopedPasses | null {
    if (passFrames === undefined) return null;
    const { captions } = this.overlays;
    const count = Math.ceil((to - from) / passFrames);
    const others = Array.from({ length: count - 1 }, (_, index) => {
      const start = from + (index + 1) * passFrames;
      const end = Math.min(to, start + passFrames);
      return {
        frameCount: end - start,
        get captions() {
          return captions.documentOf(framesFrom(start, end));
        },
      };
    });
    return { first: this.segment(section, { from, to: from + passFrames, moving: true }), others };
  }

  /** The only rows in which the pictures of a still range differ. */
  private bandOf(section: Section, { from, to, moving }: SegmentRange): CaptionBand | null {
    const { band: encoder } = this.encoder;
    const next = this.pictureChanges[firstAtOrAfter(this.pictureChanges, from + 1)];
    const differs = next !== undefined && next < to;
    if (moving || differs || encoder === null || section.next !== null) return null;
    const drawn = this.overlays.captions.rowsOf(from, to);
    const rows = drawn && bandAround(drawn, this.timeline.height);
    return rows && { rows, encoder };
  }

  /** @param range frames of the section: all of them during a transition */
  segment(section: Section, range: SegmentRange): Segment {
    const { timeline, encoder, drawn } = this;
    const { from, to, moving } = range;
    const frames = moving ? framesFrom(from, to) : this.changes;
    const { keySeconds } = moving ? encoder.moving : encoder.still;
    const longest = longestGroup(timeline.fps, keySeconds);
    const pictures = picturesOf(frames, from, to, longest);
    const { captions } = this.overlays;
    const { fps } = timeline;
    const scope = { ...section, ...range, timeline, fps, pictures, drawn };
    const [band, loop] = [this.bandOf(section, range), this.passesOf(section, range)];
    return buildSegment(scope, { captions, encoder, band, loop });
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
interface SegmentScope extends Section, PaintScope {
  readonly moving: boolean;
  readonly timeline: Timeline;
}

function buildSegment(
  scope: SegmentScope,
  {
    captions,
    encoder,
    band,
    loop,
  }: {
    readonly captions: CaptionTrack;
    readonly encoder: QualitySettings;
    readonly band: CaptionBand | null;
    readonly loop: LoopedPasses | null;
  },
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
    band,
    loop,
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
  { timeline, drawn }: SegmentScope,
  matches: (element: PaintedElement) => boolean,
): PaintedElement[] {
  const own = drawn.filter(({ contentId }) => contentId === null);
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

function framesFrom(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
