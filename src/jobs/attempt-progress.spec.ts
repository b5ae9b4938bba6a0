import { Logger } from '@nestjs/common';
import { jest } from '@jest/globals';
import type { Claim } from '../engine/jobs/attempt.js';
import type { AttemptStore } from '../engine/jobs/attempt-store.js';
import { AttemptProgress } from './attempt-progress.js';

describe('the progress of an attempt', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** @param answer called by the test with whether the attempt holds its job */
  function report() {
    let answer: (holdsJob: boolean) => void = () => {};
    const written = new Promise<boolean>((resolve) => (answer = resolve));
    const jobs = { report: () => written } as unknown as AttemptStore;
    const claim = { jobId: 'a', attempt: 1 } as Claim;
    const progress = new AttemptProgress(jobs, claim, new Logger());
    jest.advanceTimersByTime(1_000);
    return {
      progress,
      answer: async (holdsJob: boolean) => {
        answer(holdsJob);
        await jest.advanceTimersByTimeAsync(0);
      },
    };
  }

  it('tells that the job is lost', async () => {
    const { progress, answer } = report();
    await answer(false);
    expect(progress.lost.aborted).toBe(true);
    progress.stop();
  });

  it('takes no loss from a report that is answered after the end', async () => {
    const { progress, answer } = report();
    progress.stop();
    await answer(false);
    expect(progress.lost.aborted).toBe(false);
  });

  it('has each step once, also if it ends again', () => {
    const { progress } = report();
    progress.onStepEnd('words', 0.1);
    progress.onStepEnd('model', 2);
    progress.onStepEnd('words', 0.5);
    expect(progress.steps).toEqual([
      { step: 'words', seconds: 0.5 },
      { step: 'model', seconds: 2 },
    ]);
    progress.stop();
  });
});
