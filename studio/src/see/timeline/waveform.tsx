import { useEffect, useRef } from 'preact/hooks';
import type { Timeline } from '../../api/index.js';

type Sound = Timeline['sounds'][number];

const decoded = new WeakMap<Sound, Uint8Array>();

export interface WaveformProps {
  readonly sound: Sound;
  /** What of the sound is drawn, in seconds from its start. */
  readonly from: number;
  readonly to: number;
  /** Pixels of a second. */
  readonly scale: number;
}

/** The loudness of a sound. Only what is visible is drawn. */
export function Waveform({ sound, from, to, scale }: WaveformProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = Math.max(0, Math.ceil((to - from) * scale));
  useEffect(() => {
    if (canvas.current !== null && width > 0) draw(canvas.current, sound, from, scale);
  });
  return (
    <canvas
      class="waveform"
      ref={canvas}
      aria-hidden="true"
      style={{ left: `${from * scale}px`, width: `${width}px` }}
    />
  );
}

function draw(canvas: HTMLCanvasElement, sound: Sound, from: number, scale: number): void {
  const ratio = globalThis.devicePixelRatio;
  const { clientWidth: width, clientHeight: height } = canvas;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(ratio, ratio);
  context.fillStyle = getComputedStyle(canvas).color;
  const peaks = peaksOf(sound);
  const perPixel = sound.peaks_per_second / scale;
  const first = from * sound.peaks_per_second;
  for (let x = 0; x < width; x++) {
    const half = (loudest(peaks, first + x * perPixel, perPixel) / 255) * (height / 2 - 1);
    context.fillRect(x, height / 2 - Math.max(0.5, half), 1, Math.max(1, 2 * half));
  }
}

function loudest(peaks: Uint8Array, at: number, count: number): number {
  let most = 0;
  const end = Math.max(Math.floor(at) + 1, Math.floor(at + count));
  for (let index = Math.floor(at); index < end; index++) most = Math.max(most, peaks[index] ?? 0);
  return most;
}

function peaksOf(sound: Sound): Uint8Array {
  const known = decoded.get(sound);
  if (known !== undefined) return known;
  const peaks = Uint8Array.from(atob(sound.peaks), (letter) => letter.charCodeAt(0));
  decoded.set(sound, peaks);
  return peaks;
}
