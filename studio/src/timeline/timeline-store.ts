import { computed, effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { VideoRequest } from '../../../clients/typescript/src/index.js';
import {
  client,
  isAbort,
  patiently,
  reconnections,
  requireAccepted,
  type Timeline,
} from '../api/index.js';
import { setProblems, video } from '../document/index.js';
import { type KnownTimeline, Timelines } from './timelines.js';
import { followEdits, settled, version, writtenRate } from './version.js';
import { warningProblems } from './warning-problems.js';

/** The picture comes first. */
const AFTER_PICTURE_MS = 250;
const PEAKS_PER_SECOND = 25;

/** What is shown, and of which version. */
const shown = signal<(KnownTimeline & { readonly key: string }) | null>(null);
const turn = signal(0);
const known = new Timelines();

/** The timeline of the last version that has one, with what was dragged since; null before the first. */
export const timeline = computed(() => shown.value?.timeline ?? null);
/** The key of the version whose timeline it is; null if it shows a change that is not computed yet. */
export const timelineKey = computed(() =>
  shown.value?.isComputed === true ? shown.value.key : null,
);
export const isTimelineBusy = signal(false);
/** Why there is no newer one; null if nothing is wrong. */
export const timelineFailure = signal<unknown>(null);

/** Frames per second. */
export const rate = computed(() => timeline.value?.frame_rate ?? writtenRate.value);
/** The number of frames, or null while nobody knows. */
export const frames = computed(() => timeline.value?.frames ?? null);
/** In seconds. */
export const duration = computed(() => timeline.value?.duration_seconds ?? 0);

let users = 0;
let ends: (() => void)[] = [];

/** Keeps the timeline up to date for as long as a component is shown that needs it. */
export function useTimeline(): void {
  useEffect(() => {
    if (users++ === 0) ends = [followEdits(), showKnown(), loadUnknown()];
    return () => {
      if (--users > 0) return;
      for (const end of ends) end();
      ends = [];
      setProblems('timeline', []);
    };
  }, []);
}

/** Asks again, also for a timeline that is known: the service may know more now. */
export function reloadTimeline(): void {
  const key = version.peek()?.key;
  if (key !== undefined) known.forget(key);
  turn.value++;
}

/** Shows a change of the document before the service has computed what follows from it. */
export function patchTimeline(change: (timeline: Timeline) => Timeline): void {
  const current = timeline.peek();
  const key = version.peek()?.key;
  if (current === null || key === undefined) return;
  const changed = { timeline: change(current), isComputed: false };
  shown.value = { ...changed, key };
  if (known.get(key) === null) known.keep(key, changed);
}

/** Shows the timeline of a version that was there before, such as after an undo. */
function showKnown(): () => void {
  return effect(() => {
    const key = version.value?.key;
    const found = key === undefined ? null : known.get(key);
    if (key !== undefined && found !== null) shown.value = { ...found, key };
  });
}

function loadUnknown(): () => void {
  let controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    void [turn.value, reconnections.value];
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
    await requireAccepted(api, value);
    signal.throwIfAborted();
    const next = await patiently(signal, () => api.previews.timeline(value, options));
    if (!signal.aborted) show(key, next);
  } catch (error) {
    if (!signal.aborted && !isAbort(error)) timelineFailure.value = error;
  } finally {
    if (!signal.aborted) isTimelineBusy.value = false;
  }
}

function show(key: string, next: Timeline): void {
  const found = { timeline: next, isComputed: true };
  known.keep(key, found);
  timelineFailure.value = null;
  setProblems('timeline', warningProblems(next.warnings));
  // A later change is shown already, and its timeline is on its way.
  if (version.peek()?.key === key || shown.peek() === null) shown.value = { ...found, key };
  // A playhead after the end would show nothing.
  const last = Math.max(0, next.frames - 1) / next.frame_rate;
  if (video.playhead.peek() > last) video.playhead.value = last;
}
