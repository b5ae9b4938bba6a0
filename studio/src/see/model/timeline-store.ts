import { computed, effect, signal } from '@preact/signals';
import { client, isAbort, reconnections, type Timeline } from '../../api/index.js';
import type { VideoRequest } from '../../../../clients/typescript/src/index.js';
import { setProblems, video } from '../../document/index.js';
import { warningProblems } from './warning-problems.js';
import { settled, writtenRate } from './version.js';

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

/** Shows a change before the service has computed what follows from it. */
export function patchTimeline(change: (timeline: Timeline) => Timeline): void {
  if (timeline.peek() !== null) timeline.value = change(timeline.peek()!);
}

/** Computes the timeline of each version. Returns what ends it. */
export function followTimeline(): () => void {
  let controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known: string | null = null;
  const load = async (key: string, value: VideoRequest) => {
    controller = new AbortController();
    const { signal } = controller;
    const api = client.peek();
    if (api === null) return;
    isTimelineBusy.value = true;
    try {
      const options = { peaksPerSecond: PEAKS_PER_SECOND, signal };
      const next = await api.previews.timeline(value, options);
      if (signal.aborted) return;
      known = key;
      timeline.value = next;
      timelineFailure.value = null;
      setProblems('timeline', warningProblems(next.warnings));
      stayWithin(next);
    } catch (error) {
      if (!signal.aborted && !isAbort(error)) timelineFailure.value = error;
    } finally {
      if (!signal.aborted) isTimelineBusy.value = false;
    }
  };
  const stop = effect(() => {
    void reconnections.value;
    const current = settled.value;
    controller.abort();
    clearTimeout(timer);
    isTimelineBusy.value = false;
    if (current === null || client.value === null || current.key === known) return;
    timer = setTimeout(() => void load(current.key, current.value), AFTER_PICTURE_MS);
  });
  return () => {
    stop();
    controller.abort();
    clearTimeout(timer);
    setProblems('timeline', []);
  };
}

/** A playhead after the end would show nothing. */
function stayWithin({ frames, frame_rate: perSecond }: Timeline): void {
  const last = Math.max(0, frames - 1) / perSecond;
  if (video.playhead.peek() > last) video.playhead.value = last;
}
