import type { Issue } from '../fields/issues.js';
import { limitMessage, type LimitName, type Limits } from './limits.js';

/** How much of one limit a video takes. */
export interface Cost {
  readonly amount: number;
  /** JSON pointer of the part that adds most. */
  readonly pointer: string;
}

/** What a video costs before it is made, by the limits that it counts against. */
export type Estimate = ReadonlyMap<LimitName, Cost>;

/** Adds up what the parts of a video cost. */
export class Tally {
  private readonly costs = new Map<LimitName, Cost & { readonly largest: number }>();

  add(name: LimitName, amount: number, pointer: string): void {
    if (amount <= 0) return;
    const known = this.costs.get(name) ?? { amount: 0, pointer, largest: 0 };
    const isLargest = amount > known.largest;
    this.costs.set(name, {
      amount: known.amount + amount,
      pointer: isLargest ? pointer : known.pointer,
      largest: Math.max(amount, known.largest),
    });
  }

  get estimate(): Estimate {
    return this.costs;
  }
}

/** An issue for each limit that an estimate exceeds, at the part that adds most. */
export function excessIssues(estimate: Estimate, limits: Limits): Issue[] {
  return [...estimate].flatMap(([name, { amount, pointer }]) =>
    amount > limits[name] ? [{ pointer, message: limitMessage(name, limits[name], amount) }] : [],
  );
}
