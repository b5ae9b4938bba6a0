import { DEFAULT_LIMITS } from '../budget/limits.js';
import { JobBudget } from '../budget/job-budget.js';
import { pathBounds } from '../drawing/path.js';
import type { Waveform } from '../project/types/index.js';
import type { PlacedWaveform } from '../timeline/all-clips.js';
import { countWaveform, drawWaveform } from './draw-waveform.js';
import { liveHeights, loudest, wholeHeights } from './heights.js';
import { mostPoints, outlineOf } from './outline.js';
import { PowerMeter, rmsBetween, type SoundPower } from './power.js';

const RATE = 48_000;
const FPS = { num: 10, den: 1 };

const waveform: Waveform = {
  ...{ sound: 'all', mode: 'live', style: 'mirrored', color: '#FF0000FF', offColor: '#0000FFFF' },
  ...{ bars: 4, gap: 0.5, roundness: 0, lineWidth: null, amplitude: 1, spanMs: 400 },
};

/** Seconds of sound with a constant amplitude each, from a sample on. */
function powerOf(amplitudes: readonly number[], startSample = 0): SoundPower {
  const meter = new PowerMeter(startSample, amplitudes.length * RATE);
  for (const amplitude of amplitudes) meter.add(new Float32Array(2 * RATE).fill(amplitude));
  return meter.end();
}

const rounded = (values: Iterable<number>) => [...values].map((value) => Number(value.toFixed(2)));

describe('power', () => {
  it('is the root mean square between samples, and nothing outside', () => {
    const power = powerOf([0.5, 0], RATE);
    const seconds = [
      [1, 2],
      [1.25, 1.26],
      [2, 3],
      [1.5, 2.5],
      [0, 1],
      [3, 9],
    ] as const;
    const found = seconds.map(([from, to]) => rmsBetween(power, from * RATE, to * RATE));
    expect(rounded(found)).toEqual([0.5, 0.5, 0, 0.35, 0, 0]);
  });

  it('takes parts of any length, and counts what is missing as silence', () => {
    const meter = new PowerMeter(0, 2 * RATE);
    for (let count = 0; count < 100; count++) meter.add(new Float32Array(2 * 477).fill(1));
    const power = meter.end();
    expect(rounded([rmsBetween(power, 0, 47_700), rmsBetween(power, RATE, 2 * RATE)])).toEqual([
      1, 0,
    ]);
  });
});

describe('heights', () => {
  const time = { startSample: 0, endSample: 4 * RATE };

  it('of the whole time are relative to its loudest part', () => {
    const found = wholeHeights(waveform, powerOf([0, 0.1, 0.2, 0.05]), time);
    expect(rounded(found)).toEqual([0, 0.63, 1, 0.4]);
  });

  it('are cut at the height of the box', () => {
    const loud = { ...waveform, amplitude: 2 };
    expect(rounded(wholeHeights(loud, powerOf([0, 0.1, 0.2, 0.05]), time))).toEqual([
      0, 1, 1, 0.79,
    ]);
  });

  it('of noise stay low', () => {
    const found = wholeHeights(waveform, powerOf([0, 0.0001, 0, 0]), time);
    expect(Math.max(...found)).toBeLessThan(0.15);
  });

  it('of a moment have it in the middle', () => {
    const power = powerOf([0, 0.5, 0, 0]);
    const reference = loudest(waveform, power, time);
    const at = (seconds: number) =>
      rounded(liveHeights(waveform, power, reference, seconds * RATE));
    expect([at(0.5), at(1), at(1.5), at(2.1)]).toEqual([
      [0, 0, 0, 0],
      [0, 0, 1, 1],
      [1, 1, 1, 1],
      [1, 0, 0, 0],
    ]);
  });
});

describe('outlines', () => {
  const size = { width: 40, height: 20 };
  const heights = Float64Array.of(0, 1, 0.5, 0.1);

  it.each(['mirrored', 'bars', 'line', 'wave'] as const)(
    'of the style %s fill the box',
    (style) => {
      for (const roundness of [0, 1]) {
        const given = { ...waveform, style, roundness };
        const path = outlineOf(given, heights, size);
        const { left, top, right, bottom } = pathBounds(path)!;
        // The corners of a line reach out by less than its width.
        const far = style === 'line' ? 1 : 0;
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(-far);
        expect([right <= 40 + far, bottom <= 20 + far, top < 2]).toEqual([true, true, true]);
        const points = path.reduce((sum, command) => sum + (command.length - 1) / 2, 0);
        expect(points).toBeLessThanOrEqual(mostPoints(given));
      }
    },
  );

  it('of bars have whole pixels, and stand on the ground or about the middle', () => {
    const bars = (style: 'bars' | 'mirrored') =>
      outlineOf({ ...waveform, style }, heights, size).filter(([letter]) => letter === 'M');
    expect(bars('bars')).toEqual([
      ['M', 3, 19],
      ['M', 13, 0],
      ['M', 23, 10],
      ['M', 33, 18],
    ]);
    expect(bars('mirrored')).toEqual([
      ['M', 3, 9],
      ['M', 13, 0],
      ['M', 23, 5],
      ['M', 33, 9],
    ]);
  });
});

describe('drawWaveform', () => {
  const placed = (settings: Partial<Waveform>, seconds = 2): PlacedWaveform =>
    ({
      clip: { pointer: '/elements/0', startFrame: 0, endFrame: 10 * seconds },
      content: { width: 40, height: 20 },
      waveform: {
        ...{ settings: { ...waveform, ...settings }, contentHash: null, offsetSamples: 0 },
        ...{ startSample: 0, endSample: seconds * RATE },
      },
    }) as unknown as PlacedWaveform;
  const spans = (settings: Partial<Waveform>, amplitudes: readonly number[]) =>
    drawWaveform(placed(settings), powerOf(amplitudes), FPS).map(
      ({ startFrame, endFrame, fill, clip }) => [startFrame, endFrame, fill.slice(0, 3), clip],
    );

  it('changes only where the sound does', () => {
    const changes = spans({ spanMs: 200 }, [0, 0.5]).map(([start, end]) => [start, end]);
    expect(changes).toEqual([
      [0, 9],
      [9, 10],
      [10, 11],
      [11, 19],
      [19, 20],
    ]);
  });

  it('divides the width between what was played and what follows', () => {
    const found = spans({ mode: 'progress' }, [0.5, 0.5]);
    const part = (left: number, right: number) => ({ left, top: 0, right, bottom: 20 });
    expect(found.slice(0, 3)).toEqual([
      [0, 1, '#00', part(0, 40)],
      [1, 2, '#FF', part(0, 2)],
      [1, 2, '#00', part(2, 40)],
    ]);
    expect(found.at(-1)).toEqual([19, 20, '#FF', part(0, 40)]);
  });

  it('is empty in silence', () => {
    expect(spans({}, [0, 0])).toEqual([]);
  });

  it('refuses more minutes of 25 frames per second than the documentation says', () => {
    const count = (roundness: number, minutes: number) => {
      const seconds = (minutes * 60 * 25) / 10;
      const budget = new JobBudget(DEFAULT_LIMITS);
      countWaveform(placed({ bars: 48, roundness }, seconds), budget);
    };
    for (const [roundness, minutes] of [
      [1, 12],
      [0, 52],
    ] as const) {
      expect(() => count(roundness, minutes)).not.toThrow();
      expect(() => count(roundness, minutes + 1)).toThrow(/points of outlines in memory/);
    }
  });
});
