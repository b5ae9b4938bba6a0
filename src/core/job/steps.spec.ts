import { overallProgress, risingProgress, STEP_SHARES, STEPS } from './steps.js';

describe('overallProgress', () => {
  it('has shares that add up to 100', () => {
    expect(Object.values(STEP_SHARES).reduce<number>((sum, share) => sum + share, 0)).toBe(100);
  });

  it('never decreases from step to step and stays below 100', () => {
    let last = -1;
    for (const step of STEPS.filter((name) => name !== 'model' && name !== 'voice')) {
      for (const fraction of [-1, 0, 0.3, 0.9, 1, 7]) {
        const progress = overallProgress(step, fraction);
        expect(progress).toBeLessThan(100);
        if (fraction >= 0 && fraction <= 1) {
          expect(progress).toBeGreaterThanOrEqual(last);
          last = progress;
        }
      }
    }
  });

  it('shows the fetch of a model as the first half of the words', () => {
    const [start, end] = [overallProgress('words', 0), overallProgress('words', 1)];
    expect(overallProgress('model', 0)).toBe(start);
    expect(overallProgress('model', 1)).toBe((start + end) / 2);
  });
});

describe('the progress of voices', () => {
  it('is the first half of fetching', () => {
    expect(overallProgress('voice', 0)).toBe(overallProgress('fetch', 0));
    expect(overallProgress('voice', 1)).toBe(overallProgress('fetch', 1) / 2);
  });
});

describe('risingProgress', () => {
  it('does not fall when a step starts again', () => {
    const progressOf = risingProgress();
    const given = [progressOf('words', 0.8), progressOf('model', 0.5), progressOf('words', 1)];
    expect(given).toEqual([...given].sort((a, b) => a - b));
    expect(given[1]).toBe(given[0]);
  });
});
