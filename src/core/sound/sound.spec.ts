import { duckingEnvelope } from './ducking.js';
import { EnvelopeReader } from './envelope.js';
import { Limiter } from './limiter.js';
import { LoudnessMeter } from './loudness.js';
import { samplePeaks, truePeaks } from './peaks.js';
import { stretchedSamples, TimeStretch } from './time-stretch.js';

/** Interleaved stereo with the same signal in both channels. */
function stereo(samples: number, at: (index: number) => number): Float32Array {
  return Float32Array.from({ length: samples * 2 }, (_, index) => at(index >> 1));
}
const tone = (hz: number, gain: number) => (index: number) =>
  gain * Math.sin((2 * Math.PI * hz * index) / 48_000);

/** Processes sound in pieces of uneven sizes. */
function inPieces(
  through: { push(samples: Float32Array): Float32Array; end(): Float32Array },
  samples: Float32Array,
): Float32Array {
  const out: number[] = [];
  const sizes = [2, 700, 9602, 1234];
  for (let at = 0, turn = 0; at < samples.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    out.push(...through.push(samples.slice(at, at + size)));
    at += size;
  }
  out.push(...through.end());
  return Float32Array.from(out);
}

describe('LoudnessMeter', () => {
  // EBU Tech 3341, test signals 1 and 3.
  it('measures a tone of -23 dBFS at 1 kHz as -23 LUFS and ignores much quieter parts', () => {
    const meter = new LoudnessMeter();
    meter.push(stereo(48_000, tone(1000, 10 ** (-36 / 20))));
    meter.push(stereo(48_000 * 30, tone(1000, 10 ** (-23 / 20))));
    meter.push(stereo(48_000, tone(1000, 10 ** (-36 / 20))));
    expect(meter.integrated()).toBeCloseTo(-23, 1);
  });

  it('measures silence as minus infinity', () => {
    const meter = new LoudnessMeter();
    meter.push(new Float32Array(96_000));
    expect(meter.integrated()).toBe(-Infinity);
  });
});

describe('Limiter', () => {
  it('passes sound below the ceiling unchanged', () => {
    const sound = stereo(20_000, tone(440, 0.99));
    expect(inPieces(new Limiter(1, samplePeaks), sound)).toEqual(sound);
  });

  it('keeps loud sound at the ceiling without a jump and recovers', () => {
    const loud = (index: number) => (index > 10_000 && index < 12_000 ? 4 : 0.5);
    const sound = stereo(60_000, (index) => tone(440, loud(index))(index));
    const limited = inPieces(new Limiter(0.8, samplePeaks), sound);
    expect(limited).toHaveLength(sound.length);
    const peak = limited.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(peak).toBeLessThanOrEqual(0.8 + 1e-6);
    expect(peak).toBeGreaterThan(0.75);
    expect(limited.slice(0, 19_000)).toEqual(sound.slice(0, 19_000));
    expect(limited.at(-2)! / sound.at(-2)!).toBeGreaterThan(0.98);
  });

  it('finds peaks between samples', () => {
    // A quarter of the sampling rate, sampled at 45 degrees: every sample is 3 dB below the peak.
    const sound = stereo(2000, (index) => Math.sin((Math.PI * index) / 2 + Math.PI / 4));
    const inside = (peaks: Float32Array) => peaks.slice(100, 1800).reduce((a, b) => Math.max(a, b));
    expect(inside(samplePeaks(sound, 1984, 1))).toBeCloseTo(Math.SQRT1_2, 3);
    expect(inside(truePeaks(sound, 1984, 1))).toBeCloseTo(1, 2);
  });
});

describe('TimeStretch', () => {
  it.each([0.25, 0.5, 0.8, 1.25, 2, 4])('keeps the exact length and the pitch at %d', (speed) => {
    const source = stereo(48_001, tone(440, 0.5));
    const out = inPieces(new TimeStretch(speed), source);
    expect(out.length / 2).toBe(stretchedSamples(48_001, speed));
    const left = out.filter((_, index) => index % 2 === 0).slice(1000, -3000);
    const rises = left.filter((value, index) => value >= 0 && left[index - 1]! < 0).length;
    expect((rises * 48_000) / left.length).toBeCloseTo(440, -1);
    const level = Math.sqrt(left.reduce((sum, value) => sum + value * value, 0) / left.length);
    expect(level).toBeCloseTo(0.5 * Math.SQRT1_2, 1);
  });

  it.each([0.5, 0.8, 1.5])('keeps everything within 8 ms of its time at %d', (speed) => {
    const period = 24_000;
    const source = stereo(240_000, (index) => (index % period < 96 ? 0.8 : 0));
    const out = inPieces(new TimeStretch(speed), source);
    for (let click = 0; click < 10; click++) {
      const due = Math.round((click * period) / speed);
      const reach = Math.ceil((384 + 96) / Math.min(1, speed));
      const around = out.slice(Math.max(0, due - reach) * 2, (due + reach) * 2);
      expect(around.some((sample) => sample > 0.3)).toBe(true);
    }
  });
});

describe('ducking', () => {
  const ducking = { levelDb: -12, attackMs: 100, releaseMs: 200 };
  const voice = (startMs: number, endMs: number) => ({
    startSample: startMs * 48,
    endSample: endMs * 48,
  });

  it('is down when a voice starts, stays down over short pauses, and recovers after it', () => {
    const points = duckingEnvelope([voice(3000, 4000), voice(1000, 2500)], ducking);
    expect(points).toEqual([
      { sample: 900 * 48, db: 0 },
      { sample: 1000 * 48, db: -12 },
      { sample: 4000 * 48, db: -12 },
      { sample: 4200 * 48, db: 0 },
    ]);
    const reader = new EnvelopeReader(points);
    const gains = [0, 900, 950, 1000, 2700, 4000, 4100, 4300].map((ms) => reader.gainAt(ms * 48));
    const [half, whole] = [10 ** (-6 / 20), 10 ** (-12 / 20)];
    expect(gains).toEqual([1, 1, half, whole, whole, whole, half, 1]);
  });

  it('recovers in a long pause', () => {
    const points = duckingEnvelope([voice(0, 1000), voice(2000, 3000)], ducking);
    expect(points).toHaveLength(8);
  });
});
