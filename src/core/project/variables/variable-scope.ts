import type { Names } from '../../expressions/evaluate.js';

/** Variables of one place; inner ones stand before outer ones of the same name. */
export class VariableScope implements Names {
  private constructor(
    private readonly values: ReadonlyMap<string, unknown>,
    private readonly outer: VariableScope | null,
  ) {}

  static readonly empty = new VariableScope(new Map(), null);

  /** A scope within this one. */
  with(values: ReadonlyMap<string, unknown>): VariableScope {
    return values.size === 0 ? this : new VariableScope(values, this);
  }

  find(name: string): { readonly value: unknown } | null {
    if (this.values.has(name)) return { value: this.values.get(name) };
    return this.outer?.find(name) ?? null;
  }

  all(): readonly string[] {
    return [...new Set([...this.values.keys(), ...(this.outer?.all() ?? [])])].sort();
  }
}
