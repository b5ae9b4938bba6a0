import { STEPS, type Step } from '../core/job/steps.js';
import type { RenderContext } from './types/render-context.js';

/** Measures the steps of a render. A step ends when the next one begins, and can go on after it. */
export class StepClock {
  private readonly finishedMs = new Map<Step, number>();
  private current: { step: Step; since: number } | null = null;

  constructor(private readonly context: RenderContext) {}

  begin(step: Step): void {
    this.context.signal.throwIfAborted();
    this.endCurrent();
    this.current = { step, since: performance.now() };
    this.context.onProgress(step, 0);
  }

  /** @returns the steps in the order of {@link STEPS} */
  end(): readonly { readonly step: Step; readonly seconds: number }[] {
    this.endCurrent();
    return STEPS.flatMap((step) => {
      const ms = this.finishedMs.get(step);
      return ms === undefined ? [] : [{ step, seconds: ms / 1000 }];
    });
  }

  private endCurrent(): void {
    if (!this.current) return;
    const { step, since } = this.current;
    const ms = Math.round(performance.now() - since) + (this.finishedMs.get(step) ?? 0);
    this.finishedMs.set(step, ms);
    this.context.onStepEnd?.(step, ms / 1000);
    this.current = null;
  }
}
