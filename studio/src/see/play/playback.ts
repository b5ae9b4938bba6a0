import { computed, effect, signal } from '@preact/signals';
import { client, reconnections } from '../../api/index.js';
import { video } from '../../document/index.js';
import { timeOf, toMicros } from '../model/frames.js';
import { frame, holdStills, nextOrder, picture } from '../model/stills.js';
import { duration, frames, rate } from '../../timeline/timeline-store.js';
import { settled, version } from '../../timeline/version.js';
import { DraftPlayer } from './draft-player.js';
import { sound } from './sound.js';

const DRAFT_WIDTH = 640;
const RATES = [1, 2, 4] as const;

export const isPlaying = signal(false);
/** Whether playing waits for frames. */
export const isWaiting = signal(false);
export const speed = signal<number>(1);
export const playFailure = signal<unknown>(null);

/** The frame that the video element shows. */
const presented = signal<{ version: string; frame: number; order: number } | null>(null);

/** Whether the frame of the draft is on top, and not the still. */
export const showsDraft = computed(() => {
  const draft = presented.value;
  const still = picture.value;
  if (draft === null || draft.version !== version.value?.key) return false;
  if (isPlaying.value || still === null) return true;
  const isStillExact = still.version === draft.version && still.frame === frame.value;
  return !isStillExact && draft.order > still.order;
});

let player: DraftPlayer | null = null;

/** Uses a video element for drafts. Returns what ends it. */
export function attach(element: HTMLVideoElement): () => void {
  const own = new DraftPlayer(element, { onFrame, onWaiting, onEnd, onFailure });
  player = own;
  const ends = [
    effect(() => {
      element.volume = sound.volume.value;
      element.muted = sound.isMuted.value;
    }),
    effect(() => {
      own.rate = speed.value;
    }),
    effect(() => {
      // What is edited is not what plays.
      if (version.value?.key !== own.key && isPlaying.peek()) pause();
    }),
    effect(() => {
      // What failed for another version, or while the service was away, may work now.
      void [version.value?.key, reconnections.value];
      playFailure.value = null;
    }),
    effect(() => {
      const at = frame.value;
      if (presented.peek()?.frame === at || own.key !== version.value?.key) return;
      const seconds = timeOf(at, rate.peek());
      if (isPlaying.peek() || own.has(seconds)) own.seek(seconds);
    }),
  ];
  return () => {
    pause();
    for (const end of ends) end();
    own.close();
    player = null;
    presented.value = null;
  };
}

export function play(): void {
  const current = version.peek();
  const api = client.peek();
  if (player === null || current === null || api === null || frames.peek() === null) return;
  const isAtEnd = frame.peek() >= frames.peek()! - 1;
  if (isAtEnd) video.playhead.value = 0;
  playFailure.value = null;
  isPlaying.value = true;
  holdStills(true);
  const { key, value } = current;
  const source = {
    ...{ key, duration: duration.peek() },
    open: (from: number, to: number, signal: AbortSignal) => {
      const range = { from: toMicros(from), to: toMicros(to) };
      return api.previews.draft(value, { ...range, width: DRAFT_WIDTH, signal });
    },
  };
  try {
    player.play(source, timeOf(frame.peek(), rate.peek()));
    player.rate = speed.peek();
  } catch (error) {
    onFailure(error);
  }
}

export function pause(): void {
  if (!isPlaying.peek()) return;
  isPlaying.value = false;
  player?.pause();
  speed.value = 1;
  holdStills(false);
}

export function togglePlay(): void {
  if (isPlaying.peek()) pause();
  else play();
}

/** Plays, or plays faster if it plays already. */
export function faster(): void {
  if (!isPlaying.peek()) {
    play();
    return;
  }
  const next = RATES[RATES.indexOf(speed.peek() as (typeof RATES)[number]) + 1];
  if (next !== undefined) speed.value = next;
}

/** Moves the playhead by frames. */
export function step(count: number): void {
  goToFrame(frame.peek() + count);
}

export function goToFrame(target: number): void {
  const last = frames.peek() === null ? Infinity : frames.peek()! - 1;
  video.playhead.value = timeOf(Math.max(0, Math.min(last, target)), rate.peek());
}

export function goToEnd(): void {
  if (frames.peek() !== null) goToFrame(frames.peek()! - 1);
}

function onFrame(seconds: number): void {
  const shown = Math.round(seconds * rate.peek());
  const key = player?.key ?? null;
  if (key === null) return;
  presented.value = { version: key, frame: shown, order: nextOrder() };
  if (isPlaying.peek()) video.playhead.value = timeOf(shown, rate.peek());
}

function onWaiting(waits: boolean): void {
  isWaiting.value = waits;
}

function onEnd(): void {
  pause();
  goToEnd();
}

function onFailure(error: unknown): void {
  playFailure.value = error;
  pause();
}

/** Whether the text has changed since the picture was made. */
export const isBehind = computed(() => settled.value?.key !== version.value?.key);
