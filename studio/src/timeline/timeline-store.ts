import { computed, effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import {
  client,
  isAbort,
  patiently,
  reconnections,
  type Timeline,
  type VideoConfig,
} from '../api/index.js';
import { video } from '../document/index.js';

/** An edit is often followed by others. */
const DELAY_MS = 600;

interface Loaded {
  readonly text: string;
  readonly timeline: Timeline | null;
  readonly error: unknown;
}

const loaded = signal<Loaded | null>(null);
const isAsking = signal(false);
const turn = signal(0);

/** When what happens in the video, as far as the service has said. It may be that of the text of a moment ago. */
export const timeline = computed(() => loaded.value?.timeline ?? null);
/** Why the service knows no timeline, or null. */
export const timelineError = computed(() => loaded.value?.error ?? null);
/** The text of the document whose timeline it is. */
export const timelineText = computed(() => loaded.value?.text ?? null);
export const isTimelineLoading = isAsking;

let users = 0;
let stop: (() => void) | null = null;

/** Keeps the timeline up to date for as long as a component is shown. */
export function useTimeline(): void {
  useEffect(() => {
    users++;
    stop ??= follow();
    return () => {
      users--;
      if (users > 0) return;
      stop?.();
      stop = null;
    };
  }, []);
}

/** Asks again. */
export function reloadTimeline(): void {
  loaded.value = loaded.peek() && { ...loaded.peek()!, text: '' };
  turn.value++;
}

function follow(): () => void {
  return effect(() => {
    const text = video.text.value;
    const { error } = video.parsed.value;
    const api = client.value;
    void [turn.value, reconnections.value];
    if (error !== null || api === null || loaded.peek()?.text === text) return undefined;
    const controller = new AbortController();
    const { signal: ended } = controller;
    const ask = async () => {
      isAsking.value = true;
      try {
        const config = JSON.parse(text) as VideoConfig;
        const answer = await patiently(ended, () =>
          api.previews.timeline(config, { signal: ended, peaksPerSecond: 0 }),
        );
        if (!ended.aborted) loaded.value = { text, timeline: answer, error: null };
      } catch (failure) {
        if (ended.aborted || isAbort(failure)) return;
        loaded.value = { text, timeline: loaded.peek()?.timeline ?? null, error: failure };
      } finally {
        if (!ended.aborted) isAsking.value = false;
      }
    };
    const timer = setTimeout(() => void ask(), loaded.peek() === null ? 0 : DELAY_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
      isAsking.value = false;
    };
  });
}
