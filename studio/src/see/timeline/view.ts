import { computed, signal } from '@preact/signals';
import { duration } from '../../timeline/timeline-store.js';

const MOST_PER_SECOND = 3_000;
const END_SPACE = 24;

/** What of the timeline is visible: sizes and places in pixels. */
export const room = signal({ width: 0, left: 0 });

const width = computed(() => room.value.width);

/** Pixels of a second, or null to fit the whole video. */
const chosen = signal<number | null>(null);
const fitting = computed(() =>
  Math.max(1e-3, (width.value - END_SPACE) / Math.max(0.1, duration.value)),
);

/** Pixels of a second. */
export const perSecond = computed(() =>
  Math.min(MOST_PER_SECOND, Math.max(fitting.value, chosen.value ?? 0)),
);
export const isFitting = computed(() => perSecond.value <= fitting.value);
export const contentWidth = computed(() => duration.value * perSecond.value + END_SPACE);

/** Half windows that are scrolled by: what is drawn changes only with them. */
const pages = computed(() => Math.floor((2 * room.value.left) / Math.max(1, room.value.width)));

/** The times that are visible, with what is near them. */
export const visibleTimes = computed(() => {
  const half = Math.max(1, width.value) / 2;
  return {
    from: Math.max(0, ((pages.value - 1) * half) / perSecond.value),
    to: ((pages.value + 4) * half) / perSecond.value,
  };
});

let scroller: HTMLElement | null = null;

/** Tells which element scrolls. */
export function setScroller(element: HTMLElement | null): void {
  scroller = element;
}

export function fit(): void {
  chosen.value = null;
}

/** Zooms by a factor. The time at a place stays there. @param x pixels from the left edge of what is visible */
export function zoom(factor: number, x: number): void {
  const seconds = (room.peek().left + x) / perSecond.peek();
  chosen.value = Math.min(MOST_PER_SECOND, perSecond.peek() * factor);
  scrollTo(seconds * perSecond.peek() - x);
}

/** Scrolls as far as it takes to show a time. */
export function reveal(seconds: number): void {
  const { left, width } = room.peek();
  const x = seconds * perSecond.peek();
  if (x < left || x > left + width - END_SPACE) scrollTo(Math.max(0, x - width / 6));
}

function scrollTo(left: number): void {
  // The content is as wide as its zoom after the next frame.
  requestAnimationFrame(() => {
    if (scroller === null) return;
    scroller.scrollLeft = left;
    room.value = { ...room.peek(), left: scroller.scrollLeft };
  });
}
