import { open } from 'node:fs/promises';
import { CHANNELS } from '../../../core/timeline/mix.js';
import { TimeStretch } from '../../../core/sound/time-stretch.js';
import { SAMPLE_RATE } from '../../../core/time/time.js';
import type { MediaStore, StoredSource } from '../store/media-store.js';

/** A second at a time: other work of the process goes on in between. */
const PIECE_BYTES = SAMPLE_RATE * CHANNELS * 4;

/**
 * A source's decoded sound at another speed, made once.
 *
 * @param pcmPath 32-bit float stereo at 48 kHz
 * @returns path of the same, as long as `stretchedSamples` says
 */
export function stretchSound(
  source: StoredSource,
  pcmPath: string,
  speed: number,
  media: MediaStore,
  signal: AbortSignal,
): Promise<string> {
  if (speed === 1) return Promise.resolve(pcmPath);
  return media.derived(source, `48k-v2-x${speed}.f32le`, async (part) => {
    const input = await open(pcmPath);
    const output = await open(part, 'wx');
    try {
      const stretch = new TimeStretch(speed);
      for (;;) {
        signal.throwIfAborted();
        // Made anew each time: what comes back may be a part of it.
        const piece = Buffer.alloc(PIECE_BYTES);
        const { bytesRead } = await input.read(piece, 0, PIECE_BYTES);
        if (bytesRead === 0) break;
        const samples = new Float32Array(piece.buffer, piece.byteOffset, bytesRead / 4);
        await writeSamples(stretch.push(samples));
      }
      await writeSamples(stretch.end());
    } finally {
      await input.close();
      await output.close();
    }

    async function writeSamples(samples: Float32Array): Promise<void> {
      if (samples.length === 0) return;
      await output.write(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength));
    }
  });
}
