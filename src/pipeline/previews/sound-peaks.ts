import { open } from 'node:fs/promises';
import { CHANNELS, gainAt, sourceRuns } from '../../core/timeline/mix.js';
import { EnvelopeReader } from '../../core/sound/envelope.js';
import type { SoundClip } from '../../core/timeline/types.js';
import { SAMPLE_RATE } from '../../core/time/time.js';
import type { PcmOf } from '../types/planned-video.js';

const BYTES_PER_SAMPLE = 4 * CHANNELS;
/** Samples that are read for each peak: enough to see speech and pauses, and a fraction of the file. */
const WINDOW = 480;
/** Peaks of a clip. A longer clip has fewer for each second. */
export const MOST_PEAKS = 4_000;

/** The loudest samples of a clip at even distances, as it is heard. */
export interface SoundPeaks {
  readonly perSecond: number;
  /** 255 is full scale. */
  readonly peaks: Uint8Array;
}

/** Reads the peaks of a clip from its decoded sound. */
export async function soundPeaks(
  clip: SoundClip,
  pcmOf: PcmOf,
  wanted: number,
): Promise<SoundPeaks> {
  const seconds = (clip.endSample - clip.startSample) / SAMPLE_RATE;
  const perSecond = Math.min(wanted, MOST_PEAKS / Math.max(1, seconds));
  const distance = SAMPLE_RATE / perSecond;
  const peaks = new Uint8Array(Math.ceil(seconds * perSecond));
  const source = pcmOf(clip);
  const envelope = new EnvelopeReader(clip.envelope);
  const samples = new Float32Array(WINDOW * CHANNELS);
  const file = await open(source.path);
  try {
    for (const index of peaks.keys()) {
      const start = clip.startSample + Math.round(index * distance);
      const [run] = sourceRuns(clip, source.samples, start, start + WINDOW);
      if (run === undefined) continue;
      const { bytesRead } = await file.read(
        Buffer.from(samples.buffer),
        0,
        run.count * BYTES_PER_SAMPLE,
        run.from * BYTES_PER_SAMPLE,
      );
      const gain = gainAt(clip, run.at - clip.startSample) * envelope.gainAt(run.at);
      peaks[index] = Math.min(255, Math.round(255 * gain * loudest(samples, bytesRead / 4)));
    }
    return { perSecond, peaks };
  } finally {
    await file.close();
  }
}

function loudest(samples: Float32Array, count: number): number {
  let most = 0;
  for (let index = 0; index < count; index++) most = Math.max(most, Math.abs(samples[index]!));
  return most;
}
