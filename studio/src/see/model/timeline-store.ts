import { computed, effect, signal } from '@preact/signals';
import type { VideoRequest } from '../../../../clients/typescript/src/index.js';
import { client, isAbort, reconnections, type Timeline } from '../../api/index.js';
import { setProblems, video } from '../../document/index.js';
import { Timelines } from './timelines.js';
import { settled, version, writtenRate } from './version.js';
import { warningProblems } from './warning-problems.js';

/** The picture comes first. */
const AFTER_PICTURE_MS = 250;
const PEAKS_PER_SECOND = 25;

/** The timeline of the last version that has one, with what was dragged since; null before the first. */
export const timeline = signal<Timeline | null>(null);
export const isTimelineBusy = signal(false);
export const timelineFailure = signal<unknown>(null);

/** Frames per second. */
export const rate = computed(() => timeline.value?.frame_rate ?? writtenRate.value);
/** The number of frames, or null while nobody knows. */
export const frames = computed(() => timeline.value?.frames ?? null);
/** In seconds. */
export const duration = computed(() => timeline.value?.duration_seconds ?? 0);

const known = new Timelines();

/** Shows a change of the document before the service has computed what follows from it. */
export function patchTimeline(change: (timeline: Timeline) => Timeline): void {
  const current = timeline.peek();
  const key = version.peek()?.key;
  if (current === null || key === undefined) return;
  const changed = change(current);
  timeline.value = changed;
  if (known.get(key) === null) known.keep(key, { timeline: changed, isComputed: false });
}

/** Computes the timeline of each version. Returns what ends it. */
export function followTimeline(): () => void {
  const ends = [showKnown(), loadUnknown()];
  return () => {
    for (const end of ends) end();
    setProblems('timeline', []);
  };
}

/** Shows the timeline of a version that was there before, such as after an undo. */
function showKnown(): () => void {
  return effect(() => {
    const key = version.value?.key;
    const found = key === undefined ? null : known.get(key);
    if (found !== null) timeline.value = found.timeline;
  });
}

function loadUnknown(): () => void {
  let controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    void reconnections.value;
    const current = settled.value;
    controller.abort();
    clearTimeout(timer);
    isTimelineBusy.value = false;
    if (current === null || client.value === null) return;
    const { key, value } = current;
    const found = known.get(key);
    if (found?.isComputed === true) {
      show(key, found.timeline);
      return;
    }
    controller = new AbortController();
    const { signal } = controller;
    timer = setTimeout(() => void load(key, value, signal), AFTER_PICTURE_MS);
  });
  return () => {
    stop();
    controller.abort();
    clearTimeout(timer);
  };
}

async function load(key: string, value: VideoRequest, signal: AbortSignal): Promise<void> {
  const api = client.peek();
  if (api === null) return;
  isTimelineBusy.value = true;
  try {
    const options = { peaksPerSecond: PEAKS_PER_SECOND, signal };
    const next = await api.previews.timeline(value, options);
    if (!signal.aborted) show(key, next);
  } catch (error) {
    if (!signal.aborted && !isAbort(error)) timelineFailure.value = error;
  } finally {
    if (!signal.aborted) isTimelineBusy.value = false;
  }
}

function show(key: string, next: Timeline): void {
  known.keep(key, { timeline: next, isComputed: true });
  timelineFailure.value = null;
  setProblems('timeline', warningProblems(next.warnings));
  // A later change is shown already, and its timeline is on its way.
  if (version.peek()?.key === key || timeline.peek() === null) timeline.value = next;
  // A playhead after the end would show nothing.
  const last = Math.max(0, next.frames - 1) / next.frame_rate;
  if (video.playhead.peek() > last) video.playhead.value = last;
}
