import { gainAt } from './mix.js';
import { soundLevels } from './sound-levels.js';
import type { SoundClip } from './types.js';

const SECOND = 48_000;
const at = (seconds: number, value: number, easing = 'linear') => ({
  time: { seconds },
  value,
  easing,
});

describe('soundLevels', () => {
  const gains = (levels: ReturnType<typeof soundLevels>, seconds: readonly number[]) =>
    seconds.map((time) => {
      const clip = { levels, volume: 0.5, ramps: [], startSample: 0, endSample: 4 * SECOND };
      return gainAt(
        { ...clip, fadeInSamples: 0, fadeOutSamples: 0 } as unknown as SoundClip,
        time * SECOND,
      );
    });

  it('are none without keyframes', () => {
    expect(soundLevels(null, SECOND)).toEqual([]);
  });

  it('change evenly between keyframes, as factors of the volume', () => {
    const end = { time: { share: 1 }, value: 0, easing: 'linear' };
    const levels = soundLevels([at(1, 1), at(2, 2), end], 4 * SECOND);
    expect(gains(levels, [0, 1, 1.5, 2, 3, 4])).toEqual([0.5, 0.5, 0.75, 1, 0.5, 0]);
  });

  it('follow an easing', () => {
    const levels = soundLevels([at(0, 0), at(2, 1, 'quad-in')], 4 * SECOND);
    expect(gains(levels, [1])[0]).toBeCloseTo(0.125, 4);
    expect(levels.length).toBeGreaterThan(100);
  });

  it('jump in 4 ms', () => {
    const levels = soundLevels([at(0, 1), at(1, 0, 'hold')], 4 * SECOND);
    expect(gains(levels, [0.999, 1, 1.002, 1.004])).toEqual([0.5, 0.5, 0.25, 0]);
  });

  it('have a bounded number', () => {
    expect(soundLevels([at(0, 0), at(14_000, 1, 'ease')], 14_000 * SECOND)).toHaveLength(1_001);
  });
});
