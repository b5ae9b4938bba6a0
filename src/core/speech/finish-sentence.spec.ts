import { LoudnessMeter } from '../sound/loudness.js';
import { finishSentence } from './finish-sentence.js';

const RATE = 48_000;

/** Bursts of a tone, as loud as the voice, between silences. */
function voice(amplitude: number, { before = 0.4, seconds = 2, after = 0.6 } = {}): Float32Array {
  const samples = new Float32Array(Math.round((before + seconds + after) * RATE));
  const start = Math.round(before * RATE);
  for (let index = 0; index < seconds * RATE; index++) {
    const syllable = Math.sin((2 * Math.PI * 4 * index) / RATE) ** 2;
    samples[start + index] = amplitude * syllable * Math.sin((2 * Math.PI * 220 * index) / RATE);
  }
  return samples;
}

function loudness(samples: Float32Array): number {
  const meter = new LoudnessMeter();
  meter.push(Float32Array.from({ length: samples.length * 2 }, (_, index) => samples[index >> 1]!));
  return meter.integrated();
}

describe('finishSentence', () => {
  it('cuts the silence at the ends off', () => {
    const { samples, cutSamples } = finishSentence(voice(0.3))!;
    expect(cutSamples / RATE).toBeCloseTo(0.4 - 0.03, 1);
    expect(samples.length / RATE).toBeCloseTo(2 + 0.03 + 0.08, 1);
  });

  it.each([0.01, 0.1, 0.5])('gives a sentence with the amplitude %d the same loudness', (level) => {
    expect(loudness(finishSentence(voice(level))!.samples)).toBeCloseTo(-19, 1);
  });

  it('begins and ends without a jump', () => {
    const { samples } = finishSentence(voice(0.5, { before: 0, after: 0 }))!;
    expect(Math.abs(samples[0]!)).toBeLessThan(0.01);
    expect(Math.abs(samples.at(-1)!)).toBeLessThan(0.01);
  });

  it('keeps peaks below full scale', () => {
    const clicks = voice(0.02);
    for (let index = RATE; index < RATE * 2; index += 4800) clicks[index] = 0.9;
    const peak = finishSentence(clicks)!.samples.reduce((most, one) => Math.max(most, one), 0);
    expect(peak).toBeLessThan(0.9);
  });

  it('finishes a word of a tenth of a second', () => {
    const { samples } = finishSentence(voice(0.3, { seconds: 0.1 }))!;
    expect(samples.length / RATE).toBeLessThan(0.25);
    expect(samples.every(Number.isFinite)).toBe(true);
  });

  it('returns null for silence', () => {
    expect(finishSentence(new Float32Array(RATE))).toBeNull();
    expect(finishSentence(new Float32Array(0))).toBeNull();
    expect(finishSentence(voice(0.0005))).toBeNull();
  });
});
