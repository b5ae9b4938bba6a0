import { STEPS, type Step } from '../core/job/steps.js';
import type { RenderContext } from './types/render-context.js';

/** Measures the steps of a render. A step ends when the next one begins. */
export class StepClock {
  private readonly finished: { step: Step; seconds: number }[] = [];
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
    return this.finished.sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step));
  }

  private endCurrent(): void {
    if (!this.current) return;
    const { step, since } = this.current;
    const seconds = Math.round(performance.now() - since) / 1000;
    this.finished.push({ step, seconds });
    this.context.onStepEnd?.(step, seconds);
    this.current = null;
  }
}
