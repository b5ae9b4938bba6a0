import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlacedWaveform } from '../../core/timeline/all-clips.js';
import type { SoundClip, Timeline } from '../../core/timeline/types.js';
import { rmsBetween } from '../../core/waveforms/power.js';
import type { ProbedSource } from '../../engine/media/probe/probe-source.js';
import { measurePower } from './measure-power.js';

const RATE = 48_000;
let folder: string;
let path: string;

/** A second at half of full scale. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'videocraft-power-'));
  path = join(folder, 'sound.pcm');
  await writeFile(path, new Float32Array(2 * RATE).fill(0.5));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const clip = (fields: Partial<SoundClip>): SoundClip =>
  ({
    ...{ contentHash: 'a', startSample: 0, endSample: RATE, seekSamples: 0, loopSamples: null },
    ...{ volume: 1, speed: 1, fadeInSamples: 0, fadeOutSamples: 0, ramps: [], levels: [] },
    ...{ envelope: [], speech: null, ...fields },
  }) as unknown as SoundClip;

const waveform = (sound: 'all' | 'speech', contentHash: string | null = null) => ({
  settings: { sound, spanMs: 100 },
  ...{ contentHash, startSample: 0, endSample: 2 * RATE, offsetSamples: 0 },
});

const timelineOf = (waveforms: readonly object[], sounds: readonly SoundClip[]) =>
  ({
    totalSamples: 2 * RATE,
    sounds,
    visuals: waveforms.map((one) => ({ content: { visuals: [], waveform: one }, matte: null })),
  }) as unknown as Timeline;

describe('measurePower', () => {
  const speech = { text: null, words: null, language: null };
  const sources = [
    { contentHash: 'own', probe: { audioSamples: RATE }, pcmPath: path, mono: true },
  ] as unknown as ProbedSource[];
  const sounds = [
    clip({ startSample: 0, endSample: RATE, volume: 0.5, speech }),
    clip({ startSample: RATE, endSample: 2 * RATE }),
  ];
  const given = () => ({
    sources: sources.map((source) => ({ ...source, pcmPath: path })),
    pcmOf: () => ({ path, samples: RATE, mono: true }),
  });

  it.each([
    ['all that is heard', waveform('all'), [0.25, 0.5]],
    ['only speech', waveform('speech'), [0.25, 0]],
    ['a source as it is', waveform('all', 'own'), [0.5, 0]],
  ])('measures %s', async (_what, one, expected) => {
    const timeline = timelineOf([one], sounds);
    const powerOf = await measurePower(timeline, given(), new AbortController().signal);
    const power = powerOf({ waveform: one } as unknown as PlacedWaveform);
    const seconds = [0, 1].map((second) => rmsBetween(power, second * RATE, (second + 1) * RATE));
    expect(seconds.map((rms) => Number(rms.toFixed(3)))).toEqual(expected);
  });

  it('measures the same sound once', async () => {
    const one = waveform('all');
    const found = [];
    for (let count = 0; count < 2; count++) {
      const timeline = timelineOf([one, one], [clip({ volume: 0.3 })]);
      const powerOf = await measurePower(timeline, given(), new AbortController().signal);
      found.push(powerOf({ waveform: one } as unknown as PlacedWaveform));
    }
    expect(found[1]).toBe(found[0]);
  });

  it('stops when the job does', async () => {
    const timeline = timelineOf([waveform('all')], [clip({ volume: 0.7 })]);
    const aborted = AbortSignal.abort(new Error('cancelled'));
    await expect(measurePower(timeline, given(), aborted)).rejects.toThrow('cancelled');
  });
});
