import type { Names } from '../../expressions/evaluate.js';

/** Variables of one place; inner ones stand before outer ones of the same name. */
export class Scope implements Names {
  private constructor(
    private readonly values: ReadonlyMap<string, unknown>,
    private readonly outer: Scope | null,
  ) {}

  static readonly empty = new Scope(new Map(), null);

  /** A scope within this one. */
  with(values: ReadonlyMap<string, unknown>): Scope {
    return values.size === 0 ? this : new Scope(values, this);
  }

  find(name: string): { readonly value: unknown } | null {
    if (this.values.has(name)) return { value: this.values.get(name) };
    return this.outer?.find(name) ?? null;
  }

  all(): readonly string[] {
    return [...new Set([...this.values.keys(), ...(this.outer?.all() ?? [])])].sort();
  }
}
