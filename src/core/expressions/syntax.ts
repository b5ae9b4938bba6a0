/** Binary operators by precedence: later lists bind more tightly. */
export const BINARY_OPERATORS = [
  ['or'],
  ['and'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
] as const;

export type BinaryOperator = (typeof BINARY_OPERATORS)[number][number];

/** The syntax tree of an expression. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'member'; readonly of: Expression; readonly key: Expression }
  | { readonly kind: 'negative' | 'not'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'choice';
      readonly test: Expression;
      readonly whenTrue: Expression;
      readonly whenFalse: Expression;
    }
  | { readonly kind: 'default'; readonly value: Expression; readonly fallback: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] };

/** The syntax of names of variables and functions. */
export const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Counts the steps of an expansion. A caller chooses the expressions, so their work has a bound. */
export interface StepCounter {
  /** Counts steps before they are done. Throws when there are too many. */
  spend(steps: number): void;
}

/** The steps that text of a length takes to read or to build. */
export function stepsOfText(length: number): number {
  return Math.ceil(length / 64);
}

/** An expression cannot be parsed or evaluated. The message is for the author of the config. */
export class ExpressionError extends Error {
  override readonly name: string = 'ExpressionError';
}
