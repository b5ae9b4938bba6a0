import { JobFailure } from '../job/job-failure.js';
import { type Estimate, Tally } from './estimate.js';
import { limitMessage, type LimitName, type Limits } from './limits.js';

/** What a job may still do. All shapes of its video share it. */
export class JobBudget {
  private readonly tally = new Tally();

  constructor(private readonly limits: Limits) {}

  /** @throws JobFailure MEDIA_LIMIT_EXCEEDED if the work is more than a limit allows; call it before the work */
  spend(name: LimitName, amount: number, pointer: string): void {
    this.tally.add(name, amount, pointer);
    const cost = this.tally.estimate.get(name);
    if (cost && cost.amount > this.limits[name]) throw failureOf(name, this.limits[name], cost);
  }

  /** @throws JobFailure MEDIA_LIMIT_EXCEEDED */
  spendAll(estimate: Estimate): void {
    for (const [name, { amount, pointer }] of estimate) this.spend(name, amount, pointer);
  }

  /** Checks work whose memory is free afterwards, so that it counts alone. @throws JobFailure */
  allow(name: LimitName, amount: number, pointer: string): void {
    if (amount > this.limits[name]) throw failureOf(name, this.limits[name], { amount, pointer });
  }
}

function failureOf(
  name: LimitName,
  most: number,
  { amount, pointer }: { readonly amount: number; readonly pointer: string },
): JobFailure {
  return new JobFailure(
    'MEDIA_LIMIT_EXCEEDED',
    limitMessage(name, most, amount),
    pointer === '' ? null : pointer,
  );
}
