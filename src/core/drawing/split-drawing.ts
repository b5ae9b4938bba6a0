import type { FrameRate } from '../project/types/index.js';
import { frameOfAssTime } from '../time/ass-time.js';
import { BLUR_REACH, SMOOTHED } from './drawn-rows.js';
import type { Rect } from './path.js';
import { UNITS } from './sprite.js';

/** A drawing in two parts, which draw the same one after the other. */
export interface SplitDrawing {
  /** What stays for a while. */
  readonly still: string;
  /** The frames in which `still` differs from the frame before, ascending. The first is 0. */
  readonly starts: readonly number[];
  /** What changes in most frames, and what is painted over it. */
  readonly moving: string;
}

/** What shows for longer is worth drawing once. */
const MOVING_FRAMES = 3;
/** With fewer repeats, a second pass over each frame costs more than it saves. */
const MOST_STILLS = 0.5;

interface DrawingEvent {
  readonly line: string;
  readonly layer: number;
  readonly start: number;
  readonly end: number;
  readonly box: Rect;
}

/**
 * Splits a drawing, so that only what moves has to be drawn into each frame.
 *
 * @param document from `writeAssDrawing`
 * @param count the number of frames
 * @returns null if too little stays
 */
export function splitDrawing(document: string, fps: FrameRate, count: number): SplitDrawing | null {
  const lines = document.split('\n');
  const events = readEvents(lines, fps, count);
  const moving = movingEvents(events);
  const still = events.filter((event) => !moving.has(event));
  const starts = startsOf(still, count);
  if (moving.size === 0 || starts.length > MOST_STILLS * count) return null;
  const header = lines.filter((line) => !line.startsWith(DIALOGUE)).slice(0, -1);
  const write = (part: readonly DrawingEvent[]) =>
    [...header, ...part.map(({ line }) => line), ''].join('\n');
  const isMoving = (event: DrawingEvent) => moving.has(event);
  return { still: write(still), starts, moving: write(events.filter(isMoving)) };
}

const DIALOGUE = 'Dialogue: ';
const EVENT = /^Dialogue: (\d+),([\d:.]+),([\d:.]+),[^{]*\{([^}]*)\}/;

/** The events in the order in which they are painted. */
function readEvents(lines: readonly string[], fps: FrameRate, count: number): DrawingEvent[] {
  const extents = new Map<string, Rect>();
  const events = lines.flatMap((line): DrawingEvent[] => {
    const match = EVENT.exec(line);
    if (match === null) return [];
    const [head, layer, start, end, tags] = match as unknown as [string, ...string[]];
    const commands = line.slice(head.length);
    const extent = extents.get(commands) ?? extentOf(commands);
    extents.set(commands, extent);
    const frames = [start!, end!].map((time) => Math.min(count, frameOfAssTime(time, fps)));
    const box = boxOf(tags!, extent);
    return [{ line, layer: Number(layer), start: frames[0]!, end: frames[1]!, box }];
  });
  return events.sort((a, b) => a.layer - b.layer);
}

/** The events that move, and those that are painted over them. */
function movingEvents(events: readonly DrawingEvent[]): Set<DrawingEvent> {
  const moving = new Set<DrawingEvent>();
  const below = new Map<number, Rect[]>();
  for (const event of events) {
    const { start, end, box } = event;
    const frames = Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
    const isOver = () =>
      frames.some((frame) => below.get(frame)?.some((other) => overlap(box, other)));
    if (end - start > MOVING_FRAMES && !isOver()) continue;
    moving.add(event);
    for (const frame of frames) {
      const boxes = below.get(frame) ?? [];
      boxes.push(box);
      below.set(frame, boxes);
    }
  }
  return moving;
}

function startsOf(events: readonly DrawingEvent[], count: number): number[] {
  const changes = new Set([0, ...events.flatMap(({ start, end }) => [start, end])]);
  return [...changes].filter((frame) => frame < count).sort((a, b) => a - b);
}

const overlap = (a: Rect, b: Rect) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The area of drawing commands, in pixels from their origin. */
function extentOf(commands: string): Rect {
  const extent = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  let isDown = false;
  for (const part of commands.split(' ')) {
    const at = Number(part) / UNITS;
    if (Number.isNaN(at)) continue;
    if (isDown) {
      extent.top = Math.min(extent.top, at);
      extent.bottom = Math.max(extent.bottom, at);
    } else {
      extent.left = Math.min(extent.left, at);
      extent.right = Math.max(extent.right, at);
    }
    isDown = !isDown;
  }
  return extent;
}

/** The area in which an event draws anything, in samples of chroma, which have two pixels each way. */
function boxOf(tags: string, extent: Rect): Rect {
  const [x = 0, y = 0] = numbersOf(tags, 'pos');
  const [both = 0] = numbersOf(tags, 'shad');
  const [right = both] = numbersOf(tags, 'xshad');
  const [down = both] = numbersOf(tags, 'yshad');
  const around =
    SMOOTHED + (numbersOf(tags, 'bord')[0] ?? 0) + BLUR_REACH * (numbersOf(tags, 'blur')[0] ?? 0);
  const box = {
    left: x + extent.left - around + Math.min(0, right),
    top: y + extent.top - around + Math.min(0, down),
    right: x + extent.right + around + Math.max(0, right),
    bottom: y + extent.bottom + around + Math.max(0, down),
  };
  // A polygon has a scale before its points, and does not count.
  const [left, top, end, bottom] = numbersOf(tags, 'clip');
  if (bottom !== undefined) {
    box.left = Math.max(box.left, left!);
    box.top = Math.max(box.top, top!);
    box.right = Math.min(box.right, end!);
    box.bottom = Math.min(box.bottom, bottom);
  }
  return {
    left: 2 * Math.floor(box.left / 2),
    top: 2 * Math.floor(box.top / 2),
    right: 2 * Math.ceil(box.right / 2),
    bottom: 2 * Math.ceil(box.bottom / 2),
  };
}

/** The numbers of a tag; none if it is missing. */
function numbersOf(tags: string, name: string): number[] {
  const match = new RegExp(`\\\\${name}\\(?([-\\d.,]+)`).exec(tags);
  return match === null ? [] : match[1]!.split(',').map(Number);
}
