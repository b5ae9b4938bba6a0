import { clock, frameAt, timeCode, timeOf, toFrame, toMicros } from './frames.js';

const RATES = [10, 24_000 / 1001, 25, 30_000 / 1001, 30, 60_000 / 1001, 60];

describe('frames', () => {
  it('finds each frame by its own time, also if the time is sent in microseconds', () => {
    for (const rate of RATES) {
      for (const frame of [0, 1, 2, 29, 999, 12_345, 863_999]) {
        expect(frameAt(timeOf(frame, rate), rate)).toBe(frame);
        expect(frameAt(toMicros(timeOf(frame, rate)), rate)).toBe(frame);
        expect(toFrame(timeOf(frame, rate) + 0.4 / rate, rate)).toBeCloseTo(timeOf(frame, rate));
      }
    }
  });

  it('writes times as time codes', () => {
    expect(timeCode(0, 30)).toBe('00:00:00');
    expect(timeCode(1 - 1 / 30, 30)).toBe('00:00:29');
    expect(timeCode(1, 30)).toBe('00:01:00');
    expect(timeCode(3725.5, 30)).toBe('1:02:05:15');
    expect(timeCode(timeOf(30, 30_000 / 1001), 30_000 / 1001)).toBe('00:01:00');
    expect(clock(59.9)).toBe('00:59');
  });
});
