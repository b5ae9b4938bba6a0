import type { Timeline } from '../../api/index.js';
import { isInGroup, isWithin, moveScene, video } from '../../document/index.js';
import { toMillis } from '../model/frames.js';
import { patchTimeline, rate, timeline } from '../../timeline/timeline-store.js';
import {
  canTime,
  type Edge,
  type ElementTimes,
  limited,
  timeFields,
  type TimeSpan,
  writeFields,
} from './time-edits.js';
import type { Item } from './tracks.js';
import { placeForScene, withMovedScene } from './scene-order.js';
import { limitWord, nudgeWord } from './word-times.js';

/** How an item can be changed. */
export interface ItemEditor {
  /** The parts that can be dragged. None: its times come from an expression. */
  readonly edges: readonly Edge[];
  /** The span that the item gets if another one is wanted. */
  limit(edge: Edge, wanted: TimeSpan): TimeSpan;
  /** Writes a span that `limit` returned. Changes with the same group are undone together. */
  write(edge: Edge, after: TimeSpan, group: string): void;
}

/** The editor of an item, as the document is now. */
export function editorOf(item: Item): ItemEditor {
  if (item.type === 'word') return wordEditor(item);
  return item.type === 'scene' ? sceneEditor(item) : elementEditor(item);
}

function wordEditor({ index }: Item): ItemEditor {
  return {
    edges: ['move', 'start', 'end'],
    limit: (_edge, wanted) => limitWord(index, wanted),
    write: (_edge, after) => nudgeWord(index, after),
  };
}

function sceneEditor(item: Item): ItemEditor {
  const scene = video.valueAt(item.pointer);
  const transition = timeline.peek()?.scenes[item.index]?.transition_seconds ?? 0;
  const following = timeline.peek()?.scenes[item.index + 1]?.transition_seconds ?? 0;
  const shortest = Math.max(frameSeconds(), transition + following);
  return {
    edges: canTime(scene) ? ['move', 'end'] : ['move'],
    limit: (edge, wanted) =>
      edge === 'move'
        ? wanted
        : { start: item.start, end: Math.max(item.start + shortest, wanted.end) },
    write(edge, after, group) {
      if (edge === 'move') {
        reorder(item, placeForScene(timeline.peek()!.scenes, item.index, after).place);
        return;
      }
      writeFields(video, item.pointer, { duration: toMillis(after.end - item.start) }, group);
      patchTimeline((before) => withLongerScene(before, item.index, after.end - item.end));
    },
  };
}

/** Moves a scene to another place. @param place that of a scene of the timeline */
export function reorder(item: Item, place: number): boolean {
  const { scenes } = timeline.peek()!;
  const target = scenes[place];
  if (item.type !== 'scene' || target === undefined) return false;
  const hasMoved = moveScene(video, indexIn(item.pointer), indexIn(target.pointer));
  if (hasMoved) patchTimeline((before) => withMovedScene(before, item.index, place));
  return hasMoved;
}

function indexIn(pointer: string): number {
  return Number(/^\/scenes\/(\d+)/.exec(pointer)?.[1]);
}

function elementEditor(item: Item): ItemEditor {
  const element = video.valueAt(item.pointer);
  const times = timesOf(item);
  // Times in a group count from its start.
  if (!canTime(element) || isInGroup(item.pointer))
    return { edges: [], limit: () => item, write: () => {} };
  return {
    edges: ['move', 'start', 'end'],
    limit: (edge, wanted) => limited(element, edge, wanted, times),
    write(edge, after, group) {
      writeFields(video, item.pointer, timeFields(element, edge, after, times), group);
      patchTimeline((before) => withSpan(before, item, after));
    },
  };
}

/** Elements of scenes count from their scene, others from the video. */
function timesOf({ pointer, start, end }: Item): ElementTimes {
  const { scenes, duration_seconds: last } = timeline.peek()!;
  const scene = scenes.find(
    (one) => isWithin(pointer, one.pointer) && one.start <= start + 1e-6 && one.end > start,
  );
  return {
    span: { start, end },
    holder: scene ?? { start: 0, end: last },
    shortest: frameSeconds(),
  };
}

function frameSeconds(): number {
  return 1 / rate.peek();
}

/** The timeline with an element at another time, until the service has computed it. */
function withSpan(before: Timeline, { track, index }: Item, after: TimeSpan): Timeline {
  const frameOf = (seconds: number) => Math.round(seconds * before.frame_rate);
  const span = { start: after.start, end: after.end };
  if (track === 'sounds') {
    const sounds = before.sounds.map((one, at) => (at === index ? { ...one, ...span } : one));
    return { ...before, sounds };
  }
  const frames = { start_frame: frameOf(after.start), end_frame: frameOf(after.end) };
  const clips = before.clips.map((one, at) =>
    at === index ? { ...one, ...span, ...frames } : one,
  );
  return { ...before, clips };
}

/** The timeline with a scene of another length: later scenes and what is in them move. */
function withLongerScene(before: Timeline, index: number, by: number): Timeline {
  const scene = before.scenes[index]!;
  const later = before.scenes.slice(index + 1);
  const moves = ({ pointer }: { pointer: string }) =>
    later.some((one) => isWithin(pointer, one.pointer));
  const moved = <T extends { pointer: string; start: number; end: number }>(one: T): T =>
    moves(one) ? { ...one, start: one.start + by, end: one.end + by } : one;
  return {
    ...before,
    duration_seconds: before.duration_seconds + by,
    scenes: before.scenes.map((one) =>
      one === scene ? { ...one, end: one.end + by } : moved(one),
    ),
    clips: before.clips.map(moved),
    sounds: before.sounds.map(moved),
  };
}
