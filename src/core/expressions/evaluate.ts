import { shorten } from '../fields/issues.js';
import { describeValue, FUNCTIONS, parseDecimal } from './functions.js';
import {
  type BinaryOperator,
  type Expression,
  ExpressionError,
  type StepCounter,
  stepsOfText,
} from './syntax.js';
import { counted } from '../util/counted.js';

/** The variables that an expression may name. It also counts the steps of evaluations. */
export interface VariableLookup extends StepCounter {
  /** Returns the value in an object, or null when the variable does not exist. */
  find(name: string): { readonly value: unknown } | null;
  /** Returns up to `most` names, for messages. */
  names(most: number): readonly string[];
}

/** A variable, or a member of a value, does not exist. */
export class MissingValueError extends ExpressionError {
  override readonly name = 'MissingValueError';

  constructor(
    message: string,
    /** The name of the missing variable; null when a member is missing. */
    readonly variable: string | null = null,
    /** The first names that exist instead. */
    readonly known: readonly string[] = [],
  ) {
    super(message);
  }
}

/** The limit on the length of a text that an expression produces. */
export const MAX_TEXT_LENGTH = 200_000;

/**
 * Evaluates an expression.
 *
 * @param missingIsNull whether a missing variable is null instead of an error, as in conditions and
 *   comparisons for equality
 * @throws ExpressionError
 */
export function evaluate(
  expression: Expression,
  names: VariableLookup,
  missingIsNull = false,
): unknown {
  names.spend(1);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'variable':
      return variableValue(expression.name, names, missingIsNull);
    case 'member':
      return memberValue(expression, names, missingIsNull);
    case 'negative':
      return -requireOperand(evaluate(expression.operand, names), '-');
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
      return checkLength(call(expression, names));
    default:
      return expression satisfies never;
  }
}

function variableValue(name: string, names: VariableLookup, missingIsNull: boolean): unknown {
  const variable = names.find(name);
  if (variable) return variable.value;
  if (missingIsNull) return null;
  const known = names.names(MAX_SORTED_NAMES);
  throw new MissingValueError(
    `The variable "${name}" does not exist. ${knownNames(known, 'variables')}`,
    name,
    known,
  );
}

function call({ name, args }: Expression & { kind: 'call' }, names: VariableLookup): unknown {
  const values = args.map((arg) => evaluate(arg, names));
  names.spend(values.reduce<number>((sum, value) => sum + stepsOf(value), 0));
  return FUNCTIONS[name]!.apply(values);
}

/** The steps that a function takes to read a value. */
function stepsOf(value: unknown): number {
  // A function builds another text, letter by letter.
  if (typeof value === 'string') return stepsOfText(4 * value.length);
  return Array.isArray(value) ? value.length : 0;
}

/** A message shows the first of these names. Sorting all of thousands would take longer than the rest. */
const MAX_SORTED_NAMES = 200;
const SHOWN_NAMES = 20;
const SHOWN_NAME_LENGTH = 40;

/** Returns false for false, null, 0, the empty text and the empty list. */
export function isTruthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function knownNames(names: readonly string[], kind: 'variables' | 'names'): string {
  if (names.length === 0) return `No ${kind} exist.`;
  const shown = names.slice(0, SHOWN_NAMES).map((name) => shorten(name, SHOWN_NAME_LENGTH));
  const more = names.length > SHOWN_NAMES ? ' and more' : '';
  return `Known ${kind}: ${shown.join(', ')}${more}.`;
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
    throw new MissingValueError(`Cannot read ${describeValue(name)} of null.`);
  }
  if (Array.isArray(holder)) {
    const index = Number(name);
    if (Number.isInteger(index) && index >= 0 && index < holder.length) return holder[index];
    if (missingIsNull) return null;
    throw new MissingValueError(
      `The list has no item ${describeValue(name)}. It has ${counted(holder.length, 'item')}, counted from 0.`,
    );
  }
  if (typeof holder !== 'object') {
    throw new ExpressionError(
      `Cannot read ${describeValue(name)} of ${describeValue(holder)}, which has no members.`,
    );
  }
  // Inherited members stay out of reach.
  const own = String(name);
  if (Object.hasOwn(holder, own)) return (holder as Record<string, unknown>)[own];
  if (missingIsNull) return null;
  const keys = Object.keys(holder);
  names.spend(keys.length);
  const known = keys.slice(0, MAX_SORTED_NAMES).sort();
  throw new MissingValueError(`The object has no "${shorten(own)}". ${knownNames(known, 'names')}`);
}

function withDefault(
  { value, fallback }: Expression & { kind: 'default' },
  names: VariableLookup,
  missingIsNull: boolean,
): unknown {
  let result: unknown = null;
  try {
    result = evaluate(value, names);
  } catch (error) {
    if (!(error instanceof MissingValueError)) throw error;
  }
  return result === null || result === '' ? evaluate(fallback, names, missingIsNull) : result;
}

function binary(
  { operator, left, right }: Expression & { kind: 'binary' },
  names: VariableLookup,
): unknown {
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
      return compute(operator, evaluate(left, names), evaluate(right, names), names);
  }
}

/** A missing value equals the empty text, and a number equals its text, because CSV data are texts. */
function equal(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || right === null) return left === '' || right === '';
  if (typeof left === 'number' && typeof right === 'string') return parseDecimal(right) === left;
  if (typeof left === 'string' && typeof right === 'number') return parseDecimal(left) === right;
  return false;
}

function compute(
  operator: BinaryOperator,
  left: unknown,
  right: unknown,
  steps: StepCounter,
): unknown {
  if (typeof left === 'string' && typeof right === 'string') {
    steps.spend(stepsOfText(left.length + right.length));
    switch (operator) {
      case '+':
        return checkLength(left + right);
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
  const [a, b] = [requireOperand(left, operator), requireOperand(right, operator)];
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
    throw new ExpressionError(`Cannot compute ${a} ${operator} 0: division by zero.`);
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
  throw new ExpressionError(`The result of ${a} ${operator} ${b} is too large.`);
}

function requireOperand(value: unknown, operator: string): number {
  if (typeof value === 'number') return value;
  const hint =
    typeof value === 'string' ? ' To convert a text to a number, use {{ name | number }}.' : '';
  throw new ExpressionError(
    `"${operator}" expects numbers, but got ${describeValue(value)}.${hint}`,
  );
}

function checkLength(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= MAX_TEXT_LENGTH) return value;
  throw new ExpressionError(`The resulting text is longer than ${MAX_TEXT_LENGTH} characters.`);
}
