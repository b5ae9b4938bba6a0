import { jest } from '@jest/globals';
import type { Step } from '../core/job/steps.js';
import { StepClock } from './step-clock.js';
import type { RenderContext } from './types/render-context.js';

describe('StepClock', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('adds the parts of a step that another one interrupts', () => {
    const ended: [Step, number][] = [];
    const clock = new StepClock({
      signal: new AbortController().signal,
      onProgress: () => {},
      onStepEnd: (step: Step, seconds: number) => ended.push([step, seconds]),
    } as unknown as RenderContext);
    const spend = (step: Step, ms: number) => {
      clock.begin(step);
      jest.advanceTimersByTime(ms);
    };
    spend('words', 100);
    spend('model', 2_000);
    spend('words', 400);
    expect(clock.end()).toEqual([
      { step: 'model', seconds: 2 },
      { step: 'words', seconds: 0.5 },
    ]);
    expect(ended).toEqual([
      ['words', 0.1],
      ['model', 2],
      ['words', 0.5],
    ]);
  });
});
