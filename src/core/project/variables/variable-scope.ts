import type { VariableLookup } from '../../expressions/evaluate.js';
import type { StepCounter } from '../../expressions/syntax.js';

/** Expressions that the service itself evaluates once. */
const UNCOUNTED: StepCounter = { spend: () => {} };

/** The variables that are visible at one place. Inner variables shadow outer ones. */
export class VariableScope implements VariableLookup {
  private constructor(
    private readonly values: ReadonlyMap<string, unknown>,
    private readonly outer: VariableScope | null,
    private readonly steps: StepCounter,
  ) {}

  /** Thousands of expressions can miss the same variable. */
  private sorted: readonly string[] | null = null;

  static readonly empty = VariableScope.root(UNCOUNTED);

  /** The outermost scope of an expansion, without variables. */
  static root(steps: StepCounter): VariableScope {
    return new VariableScope(new Map(), null, steps);
  }

  /** Creates an inner scope. */
  with(values: ReadonlyMap<string, unknown>): VariableScope {
    return values.size === 0 ? this : new VariableScope(values, this, this.steps);
  }

  find(name: string): { readonly value: unknown } | null {
    if (this.values.has(name)) return { value: this.values.get(name) };
    return this.outer?.find(name) ?? null;
  }

  names(most: number): readonly string[] {
    this.sorted ??= this.firstNames(most).sort();
    return this.sorted;
  }

  private firstNames(most: number): string[] {
    const names = new Set<string>();
    for (const name of this.values.keys()) {
      if (names.size >= most) return [...names];
      names.add(name);
    }
    const outer = this.outer?.firstNames(most) ?? [];
    return [...new Set([...names, ...outer])].slice(0, most);
  }

  spend(steps: number): void {
    this.steps.spend(steps);
  }
}
