import { computed, effect, signal } from '@preact/signals';
import { ApiError, client, reconnections, requireAccepted } from '../../api/index.js';
import { video } from '../../document/index.js';
import { frameAt, timeOf, toMicros } from './frames.js';
import { type Picture, StillCache } from './still-cache.js';
import { StillLoader, type WantedFrame } from './still-loader.js';
import { frames, rate } from '../../timeline/timeline-store.js';
import { settled, type Version } from '../../timeline/version.js';

const MOST_WIDTH = 1280;
/** A window that is made a little larger does not load all frames again. */
const WIDTH_STEP = 80;

/** The frame at the playhead. */
export const frame = computed(() => {
  const at = frameAt(video.playhead.value, rate.value);
  return frames.value === null ? at : Math.min(at, Math.max(0, frames.value - 1));
});

/** The last picture that could be made, or null. `order` grows with each. */
export const picture = signal<(Picture & { readonly order: number }) | null>(null);
/** Whether a newer one is on its way. */
export const isPictureBusy = signal(false);
/** Why there is no newer one; null if nothing is wrong. */
export const pictureFailure = signal<unknown>(null);

const width = signal(0);
const isHeld = signal(false);
const cache = new StillCache((url) => URL.revokeObjectURL(url));
let orders = 0;

/** Counts what the picture area has shown, so that the newest is on top. */
export function nextOrder(): number {
  return ++orders;
}

/** Sets how wide the picture is on the screen, in device pixels; 0 if it is not visible. */
export function setShownWidth(pixels: number): void {
  width.value = Math.min(MOST_WIDTH, Math.ceil(pixels / WIDTH_STEP) * WIDTH_STEP);
}

/** While the draft plays, it shows the frames. */
export function holdStills(holds: boolean): void {
  isHeld.value = holds;
}

/** Loads the frame at the playhead whenever it changes. Returns what ends it. */
export function followPlayhead(): () => void {
  const loader = new StillLoader(cache, {
    onPicture(shown) {
      pictureFailure.value = null;
      if (shown.url !== picture.peek()?.url) picture.value = { ...shown, order: nextOrder() };
    },
    onBusy(isBusy) {
      isPictureBusy.value = isBusy;
    },
    onFailure(error) {
      pictureFailure.value = error;
      return error instanceof ApiError && error.retryAfterSeconds !== null
        ? error.retryAfterSeconds * 1000
        : null;
    },
  });
  const stop = effect(() => {
    void reconnections.value;
    const current = settled.value;
    const at = frame.value;
    const isVisible = width.value > 0 && !isHeld.value;
    if (current === null || client.value === null || !isVisible) return loader.want(null);
    const wanted = (number: number) => wantedFrame(current, number, width.value);
    const exists = (number: number) => number >= 0 && number < (frames.value ?? Infinity);
    const neighbors = [at + 1, at - 1].filter(exists).map(wanted);
    loader.want(wanted(at), neighbors);
  });
  return () => {
    stop();
    loader.want(null);
  };
}

function wantedFrame({ key, value }: Version, number: number, wide: number): WantedFrame {
  const at = toMicros(timeOf(number, rate.peek()));
  return {
    key: `${key} ${number} ${wide}`,
    version: key,
    frame: number,
    async load(signal) {
      const api = client.peek();
      if (api === null) throw new DOMException('The session has ended.', 'AbortError');
      const options = { at, width: wide, format: 'webp', signal } as const;
      await requireAccepted(api, value);
      signal.throwIfAborted();
      const still = await api.previews.still(value, options);
      const url = URL.createObjectURL(still.blob);
      await decoded(url);
      return { frame: number, url, bytes: still.blob.size };
    },
  };
}

/** Decodes a picture before it is shown, so that the one before it stays until then. */
async function decoded(url: string): Promise<void> {
  const image = new Image();
  image.src = url;
  await image.decode();
}
