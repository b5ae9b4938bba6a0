import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SoundClip } from '../../core/timeline/types.js';
import type { PcmSource } from '../../engine/media/sound/mix-sounds.js';
import { MOST_PEAKS, soundPeaks } from './sound-peaks.js';

const RATE = 48_000;
let folder: string;
let source: PcmSource;

/** A second at half of full scale, a second of silence, and a second at full scale. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'videocraft-peaks-'));
  const samples = new Float32Array(3 * RATE * 2);
  samples.fill(0.5, 0, RATE * 2);
  samples.fill(-1, 2 * RATE * 2);
  const path = join(folder, 'sound.pcm');
  await writeFile(path, samples);
  source = { path, samples: 3 * RATE } as unknown as PcmSource;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const clip = (fields: Partial<SoundClip> = {}): SoundClip =>
  ({
    startSample: 0,
    endSample: 3 * RATE,
    seekSamples: 0,
    loopSamples: null,
    volume: 1,
    fadeInSamples: 0,
    fadeOutSamples: 0,
    ramps: [],
    levels: [],
    envelope: [],
    ...fields,
  }) as unknown as SoundClip;

async function peaks(fields: Partial<SoundClip>, wanted: number): Promise<number[]> {
  return [...(await soundPeaks(clip(fields), () => source, wanted)).peaks];
}

describe('soundPeaks', () => {
  it('shows loud and silent parts', async () => {
    expect(await peaks({}, 2)).toEqual([128, 128, 0, 0, 255, 255]);
  });

  it.each<[string, Partial<SoundClip>, number[]]>([
    ['from where the clip begins', { seekSamples: RATE, endSample: 2 * RATE }, [0, 0, 255, 255]],
    [
      'wherever it is on the timeline',
      { startSample: 7 * RATE, endSample: 9 * RATE },
      [128, 128, 0, 0],
    ],
    ['with its volume', { volume: 0.5 }, [64, 64, 0, 0, 128, 128]],
    ['above full scale as full scale', { volume: 4 }, [255, 255, 0, 0, 255, 255]],
    ['with its fades', { fadeInSamples: RATE, fadeOutSamples: RATE }, [0, 64, 0, 0, 255, 128]],
    ['with what ducks it', { envelope: [{ sample: 0, db: -20 }] }, [13, 13, 0, 0, 26, 26]],
    [
      'as it repeats',
      { loopSamples: 2 * RATE, endSample: 5 * RATE },
      [128, 128, 0, 0, 128, 128, 0, 0, 128, 128],
    ],
    ['with silence after its end', { endSample: 4 * RATE }, [128, 128, 0, 0, 255, 255, 0, 0]],
  ])('%s', async (_what, fields, expected) => {
    expect(await peaks(fields, 2)).toEqual(expected);
  });

  it('has no more than its bound', async () => {
    const long = clip({ endSample: 4 * 3600 * RATE });
    const { peaks: found, perSecond } = await soundPeaks(long, () => source, 100);
    expect(found.length).toBeLessThanOrEqual(MOST_PEAKS);
    expect(perSecond).toBeCloseTo(MOST_PEAKS / (4 * 3600), 9);
  });

  it('is empty if none are wanted', async () => {
    expect(await peaks({}, 0)).toEqual([]);
  });
});
