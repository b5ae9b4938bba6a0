import { gainAt, sourceRuns } from './mix.js';
import { sliceSounds } from './slice-sounds.js';
import type { SoundClip } from './types.js';

const clip = (fields: Partial<SoundClip>): SoundClip =>
  ({
    startSample: 100,
    endSample: 900,
    seekSamples: 7,
    loopSamples: 300,
    volume: 0.8,
    fadeInSamples: 200,
    fadeOutSamples: 100,
    ramps: [{ startSample: 400, endSample: 600, from: 1, to: 0.5 }],
    levels: [
      { sample: 100, gain: 0.2 },
      { sample: 500, gain: 1.5 },
    ],
    envelope: [{ sample: 500, db: -6 }],
    ...fields,
  }) as unknown as SoundClip;

describe('sliceSounds', () => {
  it('has the clips that are heard in the range', () => {
    const spans = [
      [0, 100],
      [0, 101],
      [150, 160],
      [199, 300],
      [200, 300],
    ].map(([startSample, endSample]) => clip({ startSample, endSample }));
    const found = sliceSounds(spans, 100, 200).map(({ startSample, endSample }) => [
      startSample,
      endSample,
    ]);
    expect(found).toEqual([
      [-100, 1],
      [50, 60],
      [99, 200],
    ]);
  });

  it('plays the same samples with the same gains', () => {
    const whole = clip({});
    for (const from of [20, 50, 350, 450, 850]) {
      const [slice] = sliceSounds([whole], from, from + 100);
      const runs = sourceRuns(whole, 1_000, from, from + 100);
      const shifted = runs.map((run) => ({ ...run, at: run.at - from }));
      expect(sourceRuns(slice!, 1_000, 0, 100)).toEqual(shifted);
      for (const { at } of runs) {
        expect(gainAt(slice!, at - from - slice!.startSample)).toBe(gainAt(whole, at - 100));
      }
    }
    expect(sliceSounds([whole], 450, 550)[0]!.envelope).toEqual([{ sample: 50, db: -6 }]);
  });
});
