import type { VariableLookup } from '../../expressions/evaluate.js';

/** The variables that are visible at one place. Inner variables shadow outer ones. */
export class VariableScope implements VariableLookup {
  private constructor(
    private readonly values: ReadonlyMap<string, unknown>,
    private readonly outer: VariableScope | null,
  ) {}

  static readonly empty = new VariableScope(new Map(), null);

  /** Creates an inner scope. */
  with(values: ReadonlyMap<string, unknown>): VariableScope {
    return values.size === 0 ? this : new VariableScope(values, this);
  }

  find(name: string): { readonly value: unknown } | null {
    if (this.values.has(name)) return { value: this.values.get(name) };
    return this.outer?.find(name) ?? null;
  }

  names(): readonly string[] {
    return [...new Set([...this.values.keys(), ...(this.outer?.names() ?? [])])].sort();
  }
}
