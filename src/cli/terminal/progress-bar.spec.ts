import { progressLine } from './progress-bar.js';
import { formatDuration, TimeLeft } from './time-left.js';

const columnsOf = (line: string) =>
  Array.from(line).reduce((sum, letter) => sum + (/\p{sc=Han}/u.test(letter) ? 2 : 1), 0);

describe('the progress bar', () => {
  const shown = { progress: 40, step: 'segments', seconds: 75 };

  it('shows the share, the step, and the time that is left', () => {
    expect(progressLine(shown, 79)).toBe(
      `[${'#'.repeat(12)}${'.'.repeat(18)}]  40 % segments, 1:15 left`,
    );
    expect(progressLine({ ...shown, seconds: null }, 79)).toMatch(/\] {2}40 % segments$/);
  });

  it.each([1, 5, 12, 20, 30, 40, 60])('is never wider than %i columns', (columns) => {
    for (const step of ['segments', '片段片段片段片段片段片段片段片段', 'a'.repeat(200)]) {
      expect(columnsOf(progressLine({ ...shown, step }, columns))).toBeLessThanOrEqual(columns);
    }
  });

  it('keeps the share and the time on a narrow terminal', () => {
    expect(progressLine(shown, 22)).toBe(' 40 %, 1:15 left segme');
  });
});

describe('TimeLeft', () => {
  it('says nothing at first', () => {
    const left = new TimeLeft(0);
    expect(left.seconds(4, 10_000)).toBeNull();
    expect(new TimeLeft(0).seconds(50, 1_000)).toBeNull();
  });

  it('follows the speed', () => {
    const left = new TimeLeft(0);
    for (let second = 1; second <= 10; second++) left.seconds(second * 5, second * 1000);
    expect(left.seconds(50, 10_000)).toBe(10);
    for (let second = 11; second <= 60; second++) {
      left.seconds(50 + (second - 10) * 0.5, second * 1000);
    }
    expect(left.seconds(75, 60_000)).toBe(50);
  });

  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [60, '1:00'],
    [3725, '1:02:05'],
  ])('formats %i s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
