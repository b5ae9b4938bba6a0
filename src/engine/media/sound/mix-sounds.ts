import { open, type FileHandle } from 'node:fs/promises';
import { mixRun, CHANNELS, sourceRuns } from '../../../core/timeline/mix.js';
import { type SoundClip } from '../../../core/timeline/types.js';
import { SAMPLE_RATE } from '../../../core/time/time.js';

const BYTES_PER_SAMPLE = 4 * CHANNELS;

/** The decoded sound of a clip's source, at the speed of the clip. */
export interface PcmSource {
  readonly path: string;
  readonly samples: number;
  /** True if both channels are the same. */
  readonly mono: boolean;
}

/**
 * The mixed sound of a video, one second at a time: 32-bit float stereo at 48 kHz, which may exceed full
 * scale. Memory does not grow with the number of clips, and a file is open only while its clip plays.
 */
export async function* mixSounds(
  sounds: readonly SoundClip[],
  totalSamples: number,
  sourceOf: (clip: SoundClip) => PcmSource,
): AsyncGenerator<Float32Array> {
  const files = new Map<SoundClip, FileHandle>();
  // One array for all reads. New arrays would pile up until garbage collection.
  const room = new Float32Array(SAMPLE_RATE * CHANNELS);
  try {
    for (let start = 0; start < totalSamples; start += SAMPLE_RATE) {
      const end = Math.min(totalSamples, start + SAMPLE_RATE);
      const chunk = new Float32Array((end - start) * CHANNELS);
      for (const clip of sounds) {
        if (clip.endSample <= start || clip.startSample >= end) continue;
        const source = sourceOf(clip);
        const file = files.get(clip) ?? (await open(source.path));
        files.set(clip, file);
        for (const run of sourceRuns(clip, source.samples, start, end)) {
          const samples = room.subarray(0, run.count * CHANNELS);
          const { bytesRead } = await file.read(
            Buffer.from(room.buffer),
            0,
            samples.byteLength,
            run.from * BYTES_PER_SAMPLE,
          );
          samples.fill(0, bytesRead / 4);
          mixRun({ start, samples: chunk }, clip, run, samples);
        }
        if (clip.endSample <= end) {
          await file.close();
          files.delete(clip);
        }
      }
      yield chunk;
    }
  } finally {
    for (const file of files.values()) await file.close();
  }
}
