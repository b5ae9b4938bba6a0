import { MAX_ATTEMPTS, nextDelay } from './retry-schedule.js';

describe('attempts', () => {
  it('are made for about a day, in growing distances', () => {
    const delays = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) =>
      nextDelay(index + 1, null, 0.5)!,
    );
    expect([...delays].sort((a, b) => a - b)).toEqual(delays);
    const hours = delays.reduce((sum, delay) => sum + delay, 0) / 3600;
    expect(hours).toBeGreaterThan(22);
    expect(hours).toBeLessThan(26);
    expect(nextDelay(MAX_ATTEMPTS, null)).toBeNull();
    expect(nextDelay(MAX_ATTEMPTS, 60)).toBeNull();
  });

  it('wait as long as the receiver asks, but not for days, and not shorter', () => {
    expect(nextDelay(1, 90, 0.5)).toBe(90);
    expect(nextDelay(1, 1e9, 0.5)).toBe(6 * 3600);
    expect(nextDelay(4, 1, 0.5)).toBe(1_800);
  });

  it('do not come at the same time', () => {
    expect([nextDelay(3, null, 0), nextDelay(3, null, 1)]).toEqual([270, 330]);
  });
});
