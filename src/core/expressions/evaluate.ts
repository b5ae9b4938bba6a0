import { describeValue, FUNCTIONS, parseDecimal } from './functions.js';
import { type BinaryOperator, type Expression, ExpressionError } from './syntax.js';

/** The variables that an expression may name. */
export interface VariableLookup {
  /** The value in a box, or null when there is no such variable. */
  find(name: string): { readonly value: unknown } | null;
  /** All names, for messages. */
  names(): readonly string[];
}

/** A name, or a member of an object, that does not exist. */
export class MissingValueError extends ExpressionError {
  override readonly name = 'MissingError';

  constructor(
    message: string,
    /** Name of the variable that does not exist; null: a member of one that does. */
    readonly variable: string | null = null,
  ) {
    super(message);
  }
}

/** Texts may not grow beyond this, whatever is joined. */
export const MAX_TEXT_LENGTH = 200_000;

/**
 * The value of an expression.
 *
 * @param missingIsNull a variable that does not exist is null instead of an error: so where only its
 *   truth is asked for, or whether it equals something
 * @throws ExpressionError
 */
export function evaluate(expression: Expression, names: VariableLookup, missingIsNull = false): unknown {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'variable': {
      const found = names.find(expression.name);
      if (found) return found.value;
      if (missingIsNull) return null;
      throw new MissingValueError(
        `There is no variable "${expression.name}"; ${listNames(names.names())}.`,
        expression.name,
      );
    }
    case 'member':
      return memberValue(expression, names, missingIsNull);
    case 'negative':
      return -operand(evaluate(expression.operand, names), '-');
    case 'not':
      return !isTruthy(evaluate(expression.operand, names, true));
    case 'binary':
      return binary(expression, names);
    case 'choice': {
      const { test, whenTrue, whenFalse } = expression;
      return evaluate(
        isTruthy(evaluate(test, names, true)) ? whenTrue : whenFalse,
        names,
        missingIsNull,
      );
    }
    case 'default':
      return withDefault(expression, names, missingIsNull);
    case 'call':
      return bounded(call(expression, names));
    default:
      return expression satisfies never;
  }
}

function call({ name, args }: Expression & { kind: 'call' }, names: VariableLookup): unknown {
  return FUNCTIONS[name]!.apply(args.map((arg) => evaluate(arg, names)));
}

/** False are: false, null, 0, the empty text, the empty list. */
export function isTruthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function listNames(names: readonly string[]): string {
  if (names.length === 0) return 'none are given';
  const shown = names.slice(0, 20).join(', ');
  return `there are ${shown}${names.length > 20 ? ' and more' : ''}`;
}

function memberValue(
  { of, key }: Expression & { kind: 'member' },
  names: VariableLookup,
  missingIsNull: boolean,
): unknown {
  const holder = evaluate(of, names, missingIsNull) ?? null;
  const name = evaluate(key, names);
  if (holder === null) {
    if (missingIsNull) return null;
    throw new MissingValueError(`${describeValue(name)} is asked of nothing.`);
  }
  if (Array.isArray(holder)) {
    const index = Number(name);
    if (Number.isInteger(index) && index >= 0 && index < holder.length) return holder[index];
    if (missingIsNull) return null;
    throw new MissingValueError(
      `The list has no item ${describeValue(name)}; it has ${holder.length}, counted from 0.`,
    );
  }
  if (typeof holder !== 'object') {
    throw new ExpressionError(
      `${describeValue(name)} is asked of ${describeValue(holder)}, which has no parts.`,
    );
  }
  // Own members only: never what every object inherits.
  const own = String(name);
  if (Object.hasOwn(holder, own)) return (holder as Record<string, unknown>)[own];
  if (missingIsNull) return null;
  throw new MissingValueError(`The object has no "${own}"; ${listNames(Object.keys(holder).sort())}.`);
}

function withDefault(
  { value, fallback }: Expression & { kind: 'default' },
  names: VariableLookup,
  missingIsNull: boolean,
): unknown {
  let given: unknown = null;
  try {
    given = evaluate(value, names);
  } catch (error) {
    if (!(error instanceof MissingValueError)) throw error;
  }
  return given === null || given === '' ? evaluate(fallback, names, missingIsNull) : given;
}

function binary({ operator, left, right }: Expression & { kind: 'binary' }, names: VariableLookup): unknown {
  switch (operator) {
    case 'and':
      return isTruthy(evaluate(left, names, true)) && isTruthy(evaluate(right, names, true));
    case 'or':
      return isTruthy(evaluate(left, names, true)) || isTruthy(evaluate(right, names, true));
    case '==':
      return equal(evaluate(left, names, true), evaluate(right, names, true));
    case '!=':
      return !equal(evaluate(left, names, true), evaluate(right, names, true));
    default:
      return compute(operator, evaluate(left, names), evaluate(right, names));
  }
}

/** What is missing equals the empty text, and a number a text that spells it: data come as texts. */
function equal(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || right === null) return left === '' || right === '';
  if (typeof left === 'number' && typeof right === 'string') return parseDecimal(right) === left;
  if (typeof left === 'string' && typeof right === 'number') return parseDecimal(left) === right;
  return false;
}

function compute(operator: BinaryOperator, left: unknown, right: unknown): unknown {
  if (typeof left === 'string' && typeof right === 'string') {
    switch (operator) {
      case '+':
        return bounded(left + right);
      case '<':
        return left < right;
      case '<=':
        return left <= right;
      case '>':
        return left > right;
      case '>=':
        return left >= right;
    }
  }
  const [a, b] = [operand(left, operator), operand(right, operator)];
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      return arithmetic(operator, a, b);
  }
}

function arithmetic(operator: BinaryOperator, a: number, b: number): number {
  if ((operator === '/' || operator === '%') && b === 0) {
    throw new ExpressionError(`${a} ${operator} 0 has no value.`);
  }
  const results: Partial<Record<BinaryOperator, number>> = {
    '+': a + b,
    '-': a - b,
    '*': a * b,
    '/': a / b,
    '%': a % b,
  };
  const result = results[operator]!;
  if (Number.isFinite(result)) return result;
  throw new ExpressionError(`${a} ${operator} ${b} is too large.`);
}

function operand(value: unknown, operator: string): number {
  if (typeof value === 'number') return value;
  const hint = typeof value === 'string' ? '; {{ name | number }} makes a number of a text' : '';
  throw new ExpressionError(`"${operator}" takes numbers; it was given ${describeValue(value)}${hint}.`);
}

function bounded(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= MAX_TEXT_LENGTH) return value;
  throw new ExpressionError(`The text becomes longer than ${MAX_TEXT_LENGTH} characters.`);
}
