import { computed, effect, signal } from '@preact/signals';
import type { VideoRequest } from '../../../clients/typescript/src/index.js';
import { video } from '../document/index.js';

/** An edit after a pause shows at once. Those that follow it within this time show together. */
const PAUSE_MS = 500;
const NAMED_RATES: Readonly<Record<string, number>> = {
  23.976: 24_000 / 1001,
  29.97: 30_000 / 1001,
  59.94: 60_000 / 1001,
};

/** What previews are made of. */
export interface Version {
  /** The last text that was JSON, as a value. */
  readonly value: VideoRequest;
  /** Equal for equal content, however it is written. */
  readonly key: string;
}

/** The version of the document as it is. */
export const version = computed<Version | null>(() => {
  const value = video.value.value;
  return isObject(value)
    ? { value: value as VideoRequest, key: hashOf(JSON.stringify(value)) }
    : null;
});

const settledVersion = signal<Version | null>(null);

/** The version that previews show: that of the document, or the one before it while somebody types. */
export const settled = computed(() => settledVersion.value);

/** The frame rate that the document names. */
export const writtenRate = computed(() => {
  const fps = isObject(video.value.value) ? Number(video.value.value['fps'] ?? 30) : 30;
  return NAMED_RATES[fps] ?? (fps >= 1 ? fps : 30);
});

/** Keeps `settled` up to date. Returns what ends it. */
export function followEdits(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let editedAt = -Infinity;
  const stop = effect(() => {
    const next = version.value;
    clearTimeout(timer);
    if (next?.key === settledVersion.peek()?.key) return;
    const isAfterPause = performance.now() - editedAt > PAUSE_MS;
    editedAt = performance.now();
    const settle = () => {
      settledVersion.value = next;
    };
    if (isAfterPause) settle();
    else timer = setTimeout(settle, PAUSE_MS);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** 53 bits of a text, from two multiplicative hashes: enough to tell the versions of one document apart. */
function hashOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return `${(4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36)}-${text.length}`;
}
