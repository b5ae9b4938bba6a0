import { JobFailure } from '../job/job-failure.js';
import { type Estimate, Tally } from './estimate.js';
import { limitMessage, type LimitName, type Limits } from './limits.js';

/** Counts work before it is done. */
export interface WorkBudget {
  /** @throws JobFailure MEDIA_LIMIT_EXCEEDED if all work so far and this are more than a limit allows */
  spend(name: LimitName, amount: number, pointer: string): void;
  /** Checks work whose memory is free afterwards, so that it counts alone. @throws JobFailure */
  allow(name: LimitName, amount: number, pointer: string): void;
}

/** What a job may still do. All shapes of its video share it. */
export class JobBudget implements WorkBudget {
  private readonly tally = new Tally();

  constructor(private readonly limits: Limits) {}

  spend(name: LimitName, amount: number, pointer: string): void {
    this.tally.add(name, amount, pointer);
    const cost = this.tally.estimate.get(name);
    if (cost && cost.amount > this.limits[name]) throw failureOf(name, this.limits[name], cost);
  }

  /** @throws JobFailure MEDIA_LIMIT_EXCEEDED */
  spendAll(estimate: Estimate): void {
    for (const [name, { amount, pointer }] of estimate) this.spend(name, amount, pointer);
  }

  /** Checks work whose exact amount is known, and spent, later. @throws JobFailure */
  foresee(name: LimitName, amount: number, pointer: string): void {
    const spent = this.tally.estimate.get(name)?.amount ?? 0;
    this.allow(name, spent + amount, pointer);
  }

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
