import { batch } from '@preact/signals';
import type { VideoDocument } from '../../document/index.js';
import { toMillis } from '../model/frames.js';

export type Edge = 'move' | 'start' | 'end';

/** In seconds of the video. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/** Where an element is, in seconds of the video. */
export interface ElementTimes {
  readonly span: TimeSpan;
  /** That of its scene, or of the video. */
  readonly holder: TimeSpan;
  /** The shortest time that an element can last. */
  readonly shortest: number;
}

const MEDIA = new Set(['audio', 'video']);
/** Elements that last as long as what is in them, if they have no duration. */
const NATURAL = new Set([...MEDIA, 'group']);
const TIME_FIELDS = ['start', 'duration', 'seek', 'speed'];

type Fields = Readonly<Record<string, unknown>>;

/** Whether the times of an element are written as numbers, which dragging can change. */
export function canTime(element: unknown): element is Fields {
  if (typeof element !== 'object' || element === null) return false;
  // A text is an expression, and an object names another element.
  return TIME_FIELDS.every((field) => {
    const value = (element as Fields)[field];
    return value === undefined || value === null || typeof value === 'number';
  });
}

/** Whether an element lasts until its scene ends. */
export function isUntilEnd(element: Fields): boolean {
  const { duration } = element;
  const isDefault = duration === undefined || duration === null;
  return duration === -2 || (isDefault && !NATURAL.has(String(element['type'])));
}

/** The span that an element gets if it is dragged to another one. */
export function limited(
  element: Fields,
  edge: Edge,
  wanted: TimeSpan,
  { span, holder, shortest }: ElementTimes,
): TimeSpan {
  const first = earliestStart(element, edge, { span, holder });
  if (edge === 'end') {
    return { start: span.start, end: Math.max(span.start + shortest, wanted.end) };
  }
  if (edge === 'start' || isUntilEnd(element)) {
    const start = Math.max(first, Math.min(wanted.start, span.end - shortest));
    return { start, end: span.end };
  }
  const start = Math.max(first, Math.min(wanted.start, holder.end - shortest));
  return { start, end: start + span.end - span.start };
}

/** The fields that a change of the times of an element sets. `undefined` removes one. */
export function timeFields(
  element: Fields,
  edge: Edge,
  after: TimeSpan,
  { span, holder, shortest }: ElementTimes,
): Record<string, number | undefined> {
  const start = toMillis(Math.max(0, after.start - holder.start));
  const duration = toMillis(after.end - after.start);
  if (edge === 'move') return { start };
  const isFixed = typeof element['duration'] === 'number' && element['duration'] > 0;
  if (edge === 'end') {
    const reachesEnd = Math.abs(after.end - holder.end) < shortest / 2;
    const canFollow = reachesEnd && !NATURAL.has(String(element['type']));
    return { duration: canFollow ? undefined : duration };
  }
  // What is seen or heard of a source stays where it was.
  const seek = MEDIA.has(String(element['type']))
    ? { seek: toMillis(seekOf(element) + (after.start - span.start) * speedOf(element)) }
    : {};
  return { start, ...seek, ...(isFixed ? { duration } : {}) };
}

/** Writes fields of an element. */
export function writeFields(
  video: VideoDocument,
  pointer: string,
  fields: Readonly<Record<string, number | undefined>>,
  group: string,
): void {
  batch(() => {
    for (const [field, value] of Object.entries(fields)) {
      const place = `${pointer}/${field}`;
      if (value === undefined) video.remove(place, { group });
      else if (video.valueAt(place) !== value) video.edit(place, value, { group });
    }
  });
}

function earliestStart(
  element: Fields,
  edge: Edge,
  { span, holder }: Omit<ElementTimes, 'shortest'>,
): number {
  const isTrimmed = edge === 'start' && MEDIA.has(String(element['type']));
  if (!isTrimmed) return holder.start;
  return Math.max(holder.start, span.start - seekOf(element) / speedOf(element));
}

function seekOf({ seek }: Fields): number {
  return typeof seek === 'number' ? seek : 0;
}

function speedOf({ speed }: Fields): number {
  return typeof speed === 'number' && speed > 0 ? speed : 1;
}
