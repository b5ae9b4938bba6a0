/** Operators of two operands, by how tightly they bind: the later lists bind tighter. */
export const BINARY_OPERATORS = [
  ['or'],
  ['and'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
] as const;

export type BinaryOperator = (typeof BINARY_OPERATORS)[number][number];

/** An expression as a tree. */
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

/** The form of names of variables and functions. */
export const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Why an expression cannot be read or has no value: a sentence for who wrote it. */
export class ExpressionError extends Error {
  override readonly name: string = 'ExpressionError';
}
