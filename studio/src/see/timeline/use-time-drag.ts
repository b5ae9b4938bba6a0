import { useRef, useState } from 'preact/hooks';
import { video } from '../../document/index.js';
import { frame } from '../model/stills.js';
import { toFrame } from '../model/frames.js';
import { rate, timeline } from '../../timeline/timeline-store.js';
import { editorOf } from './editors.js';
import { nearestTarget } from './scale.js';
import type { Edge, TimeSpan } from './time-edits.js';
import type { Item } from './tracks.js';
import { perSecond } from './view.js';

/** Pixels of the screen. */
const SNAP = 7;
const CLICK = 3;

interface Gesture {
  readonly edge: Edge;
  readonly x: number;
  readonly targets: readonly number[];
  hasMoved: boolean;
}

/** Drags an item, or one of its edges, with any pointer. Returns where it would be now, and what listens. */
export function useTimeDrag(item: Item) {
  const [preview, setPreview] = useState<TimeSpan | null>(null);
  const gesture = useRef<Gesture | null>(null);

  function onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    const edge = ((event.target as HTMLElement).dataset['edge'] ?? 'move') as Edge;
    const isPossible = editorOf(item).edges.includes(edge);
    if (item.pointer !== '') video.selection.value = item.pointer;
    if (!isPossible) return;
    gesture.current = { edge, x: event.clientX, targets: targetsFor(item), hasMoved: false };
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  }

  function onPointerMove(event: PointerEvent): void {
    const { current } = gesture;
    if (current === null) return;
    const distance = event.clientX - current.x;
    current.hasMoved ||= Math.abs(distance) >= CLICK;
    if (!current.hasMoved) return;
    const isFree = event.ctrlKey || event.metaKey || event.altKey;
    const wanted = spanAfter(item, current, distance / perSecond.peek(), isFree);
    setPreview(editorOf(item).limit(current.edge, wanted));
  }

  function onPointerUp(): void {
    const { current } = gesture;
    if (current !== null && preview !== null) {
      editorOf(item).write(current.edge, preview, `drag:${item.key}`);
      video.endGroup();
    }
    cancel();
  }

  function cancel(): void {
    gesture.current = null;
    setPreview(null);
  }

  const handlers = { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: cancel };
  return { preview, handlers, cancel };
}

/** The span that a pointer means. It snaps to a target, or else to a frame; words are exact to the millisecond. */
function spanAfter(item: Item, { edge, targets }: Gesture, by: number, isFree: boolean): TimeSpan {
  const within = isFree ? 0 : SNAP / perSecond.peek();
  const snapped = (seconds: number) => {
    const target = isFree ? null : nearestTarget(seconds, targets, within);
    if (target !== null) return target;
    return item.type === 'word' ? seconds : toFrame(seconds, rate.peek());
  };
  if (edge === 'start') return { start: snapped(item.start + by), end: item.end };
  if (edge === 'end') return { start: item.start, end: snapped(item.end + by) };
  const length = item.end - item.start;
  const start = snapped(item.start + by);
  const end = isFree ? null : nearestTarget(item.end + by, targets, within);
  const startMoves = Math.abs(start - item.start - by);
  if (end !== null && Math.abs(end - item.end - by) < startMoves)
    return { start: end - length, end };
  return { start, end: start + length };
}

/** Times that an item snaps to. */
function targetsFor(item: Item): number[] {
  const { scenes, clips, words } = timeline.peek()!;
  const isSame = (other: { start: number; end: number }) =>
    other.start === item.start && other.end === item.end;
  const others = [...scenes, ...clips].filter((one) => !isSame(one));
  const starts = words.flatMap(({ start }, index) =>
    item.type === 'word' && index === item.index ? [] : [start],
  );
  return [
    frame.peek() / rate.peek(),
    ...others.flatMap(({ start, end }) => [start, end]),
    ...(item.type === 'word' ? [] : starts),
  ];
}
