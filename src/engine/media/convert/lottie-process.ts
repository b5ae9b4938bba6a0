/** The program of the process that draws one Lottie animation, and ends. */
import { open, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { DotLottie } from '@lottiefiles/dotlottie-web';
import { type LottieAnimation, LottieTooLarge } from '../../../core/media/lottie.js';
import { ApngFile } from './apng-file.js';
import { readLottie } from './read-lottie.js';

/** What the process is asked for. */
export interface LottieRequest {
  readonly source: string;
  readonly output: string;
  /** Pixels of all pictures together: the most, and what small animations are enlarged up to. */
  readonly maxPixels: number;
  readonly usualPixels: number;
}

/** What is known of an animation besides its pictures. */
export interface LottieFacts {
  /** Pixels of a picture for each pixel of the animation: a whole number. */
  readonly density: number;
  /** Length in microseconds. */
  readonly endUs: number;
  readonly warnings: readonly string[];
}

export type LottieAnswer =
  { readonly facts: LottieFacts } | { readonly problem: string; readonly isTooLarge: boolean };

/** Small animations are drawn larger, so that they stay sharp in a frame. */
const LONGER_SIDE = 1024;

const require = createRequire(import.meta.url);

/** Draws an animation to an animated PNG file. What is wrong with it is an answer. */
export async function answerLottie(request: LottieRequest): Promise<LottieAnswer> {
  try {
    const animation = readLottie(await readFile(request.source));
    const density = densityOf(animation, request);
    await draw(animation, density, request.output);
    const { frames, frameRate, warnings } = animation;
    return { facts: { density, endUs: Math.round((frames / frameRate) * 1_000_000), warnings } };
  } catch (error) {
    const problem = String(error instanceof Error ? error.message : error);
    return { problem, isTooLarge: error instanceof LottieTooLarge };
  }
}

/** @throws LottieTooLarge */
function densityOf(
  { width, height, frames }: LottieAnimation,
  { maxPixels, usualPixels }: LottieRequest,
): number {
  const pixels = width * height * frames;
  if (pixels > maxPixels)
    throw new LottieTooLarge(`it has ${frames} frames of ${width} x ${height} pixels`);
  const wanted = Math.ceil(LONGER_SIDE / Math.max(width, height));
  return Math.max(1, Math.min(wanted, Math.floor(Math.sqrt(usualPixels / pixels))));
}

/** Frames that are the same as the one before only make it longer. */
async function draw(animation: LottieAnimation, density: number, output: string): Promise<void> {
  const { frames, frameRate } = animation;
  const size = { width: animation.width * density, height: animation.height * density };
  const player = await playerOf(animation.text, size);
  const file = await open(output, 'w');
  try {
    const apng = await ApngFile.begin(file, size);
    // Times are rounded from the start, so that errors don't add up.
    const timeOf = (frame: number) => Math.round((frame * 1000) / frameRate);
    let shown: Buffer | null = null;
    let since = 0;
    for (let frame = 0; frame < frames; frame++) {
      const picture = pictureOf(player, frame, size);
      if (shown !== null && shown.equals(picture)) continue;
      if (shown !== null) await apng.add(shown, timeOf(frame) - timeOf(since));
      // The next picture is drawn into the same memory.
      shown = Buffer.from(picture);
      since = frame;
    }
    if (shown !== null) await apng.add(shown, timeOf(frames) - timeOf(since));
    await apng.end();
  } finally {
    await file.close();
    player.destroy();
  }
}

interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** RGBA with straight alpha. */
function pictureOf(player: DotLottie, frame: number, { width, height }: PictureSize): Uint8Array {
  player.setFrame(frame);
  const { buffer } = player;
  if (buffer?.length === width * height * 4) return buffer;
  throw new Error('the library drew nothing');
}

/** The library is WebAssembly without files. It gets its code from the package, because it would fetch it otherwise. */
async function playerOf(data: string, canvas: PictureSize): Promise<DotLottie> {
  const library = await import('@lottiefiles/dotlottie-web');
  const code = await readFile(require.resolve('@lottiefiles/dotlottie-web/dotlottie-player.wasm'));
  library.DotLottie.setWasmUrl(`data:application/wasm;base64,${code.toString('base64')}`);
  const player = new library.DotLottie({
    canvas,
    data,
    autoplay: false,
    renderConfig: { autoResize: false, devicePixelRatio: 1 },
  });
  return new Promise((resolve, reject) => {
    player.addEventListener('load', () => resolve(player));
    player.addEventListener('loadError', ({ error }) =>
      reject(error ?? new Error('it is damaged')),
    );
  });
}

if (process.send !== undefined && process.argv[1]?.endsWith('lottie-process.js') === true) {
  const { fetch } = globalThis;
  // The library falls back to the network.
  globalThis.fetch = (address, options) =>
    typeof address === 'string' && address.startsWith('data:')
      ? fetch(address, options)
      : Promise.reject(new Error('there is no network'));
  const answer = (value: LottieAnswer) => process.send!(value, () => process.disconnect());
  process.once('uncaughtException', ({ message }) =>
    answer({ problem: message, isTooLarge: false }),
  );
  process.once('message', (request: LottieRequest) => void answerLottie(request).then(answer));
}
