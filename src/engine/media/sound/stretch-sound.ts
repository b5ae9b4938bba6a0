import { open } from 'node:fs/promises';
import { TimeStretch } from '../../../core/sound/time-stretch.js';
import { SAMPLE_RATE } from '../../../core/time/time.js';
import { CHANNELS } from '../../../core/timeline/mix.js';
import type { StoredSource } from '../formats/stored-source.js';
import type { MediaStore } from '../store/media-store.js';

/** One second at a time, so that other work of the process goes on in between. */
const CHUNK_BYTES = SAMPLE_RATE * CHANNELS * 4;

/** Decoded sound, and the speed to stretch it to. */
export interface StretchRequest {
  /** 32-bit float stereo at 48 kHz. */
  readonly pcmPath: string;
  readonly speed: number;
}

/**
 * Stretches the decoded sound of a source to another speed, once.
 *
 * @returns path of the stretched sound, which is as long as `stretchedSamples` computes
 */
export function stretchSound(
  source: StoredSource,
  { pcmPath, speed }: StretchRequest,
  media: MediaStore,
  signal: AbortSignal,
): Promise<string> {
  if (speed === 1) return Promise.resolve(pcmPath);
  return media.derived(source, `48k-v2-x${speed}.f32le`, (part) =>
    stretchFile(pcmPath, part, speed, signal),
  );
}

async function stretchFile(
  inputPath: string,
  outputPath: string,
  speed: number,
  signal: AbortSignal,
): Promise<void> {
  const input = await open(inputPath);
  const output = await open(outputPath, 'wx');
  const writeSamples = async ({ buffer, byteOffset, byteLength }: Float32Array) => {
    if (byteLength > 0) await output.write(Buffer.from(buffer, byteOffset, byteLength));
  };
  try {
    const stretch = new TimeStretch(speed);
    for (;;) {
      signal.throwIfAborted();
      // A new buffer each time, because the result may be a view of it.
      const chunk = Buffer.alloc(CHUNK_BYTES);
      const { bytesRead } = await input.read(chunk, 0, CHUNK_BYTES);
      if (bytesRead === 0) break;
      const samples = new Float32Array(chunk.buffer, chunk.byteOffset, bytesRead / 4);
      await writeSamples(stretch.push(samples));
    }
    await writeSamples(stretch.end());
  } finally {
    await input.close();
    await output.close();
  }
}
