import { FUNCTIONS } from './functions.js';
import {
  BINARY_OPERATORS,
  type BinaryOperator,
  type Expression,
  ExpressionError,
} from './syntax.js';
import { nextToken, type Token } from './tokenize.js';
import { counted } from '../util/counted.js';
import { ownEntry } from '../util/own-entry.js';

const MAX_LENGTH = 1_000;
const MAX_DEPTH = 32;

const LITERALS: Readonly<Record<string, string | boolean | null>> = {
  true: true,
  false: false,
  null: null,
};
/** Signs of operators that are also written as words. */
const OPERATOR_WORDS: Readonly<Record<string, string>> = { '&&': 'and', '||': 'or', '!': 'not' };
const RESERVED = new Set([...Object.keys(LITERALS), 'and', 'or', 'not']);

/**
 * Parses an expression by recursive descent. No part of it ever runs as code.
 *
 * @throws ExpressionError
 */
export function parseExpression(source: string): Expression {
  const parser = new ExpressionParser(source, 0);
  const expression = parser.parse();
  parser.expectEnd();
  return expression;
}

/**
 * Parses a condition: an expression whose parts may be in double curly braces, such as `{{ a }} == 1` or
 * `a == 1`.
 *
 * @throws ExpressionError
 */
export function parseCondition(source: string): Expression {
  const parser = new ExpressionParser(source, 0, true);
  const expression = parser.parse();
  parser.expectEnd();
  return expression;
}

/**
 * Parses the expression between double curly braces.
 *
 * @param from the index after the opening braces
 * @returns the expression and the index after the closing braces
 * @throws ExpressionError
 */
export function parseBracedExpression(
  source: string,
  from: number,
): { expression: Expression; end: number } {
  const parser = new ExpressionParser(source, from);
  const expression = parser.parse();
  return { expression, end: parser.expectClosingBraces() };
}

class ExpressionParser {
  private token: Token | null;
  private before: number;
  private depth = 0;

  constructor(
    private readonly source: string,
    private readonly from: number,
    private readonly allowsBraces = false,
  ) {
    this.before = from;
    this.token = nextToken(source, from);
  }

  /** Parses a choice and the filters that follow it. */
  parse(): Expression {
    return this.nested(() => {
      let value = this.choice();
      while (this.takes('|')) value = this.filtered(value);
      return value;
    });
  }

  expectEnd(): void {
    if (this.token !== null) throw this.unexpected();
  }

  expectClosingBraces(): number {
    if (this.token?.value !== '}}' || this.token.kind !== 'sign') throw this.unexpected('"}}"');
    return this.token.end;
  }

  private filtered(value: Expression): Expression {
    const name = this.takeName('the name of a filter');
    const args: Expression[] = [];
    if (this.takes(':')) {
      do args.push(this.nested(() => this.choice()));
      while (this.takes(','));
    }
    return this.call(name, [value, ...args]);
  }

  private choice(): Expression {
    const test = this.binary(0);
    if (!this.takes('?')) return test;
    const whenTrue = this.nested(() => this.choice());
    this.expect(':');
    const whenFalse = this.nested(() => this.choice());
    return { kind: 'choice', test, whenTrue, whenFalse };
  }

  private binary(level: number): Expression {
    const operators: readonly string[] | undefined = BINARY_OPERATORS[level];
    if (operators === undefined) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const operator = this.operator();
      if (operator === null || !operators.includes(operator)) return left;
      this.advance();
      const right = this.binary(level + 1);
      left = { kind: 'binary', operator: operator as BinaryOperator, left, right };
    }
  }

  private unary(): Expression {
    const operator = this.operator();
    if (operator === '-') {
      this.advance();
      return { kind: 'negative', operand: this.nested(() => this.unary()) };
    }
    if (operator === 'not') {
      this.advance();
      // Binds looser than a comparison: `not a == 1` is `not (a == 1)`, as in Python and SQL.
      return { kind: 'not', operand: this.nested(() => this.binary(2)) };
    }
    return this.members(this.primary());
  }

  private members(value: Expression): Expression {
    let of = value;
    for (;;) {
      if (this.takes('.')) {
        const { token } = this;
        if (token?.kind !== 'name' && token?.kind !== 'number') throw this.unexpected('a name');
        this.advance();
        of = { kind: 'member', of, key: { kind: 'literal', value: token.value } };
      } else if (this.takes('[')) {
        const key = this.parse();
        this.expect(']');
        of = { kind: 'member', of, key };
      } else {
        return of;
      }
    }
  }

  private primary(): Expression {
    const { token } = this;
    if (token === null) throw this.unexpected('a value');
    if (token.kind === 'text') {
      this.advance();
      return { kind: 'literal', value: token.value };
    }
    if (token.kind === 'number') {
      this.advance();
      return { kind: 'literal', value: Number(token.value) };
    }
    if (this.takes('(')) return this.group(')');
    if (this.allowsBraces && this.takes('{{')) return this.group('}}');
    if (token.kind === 'name' && Object.hasOwn(LITERALS, token.value)) {
      this.advance();
      return { kind: 'literal', value: LITERALS[token.value]! };
    }
    const name = this.takeName('a value');
    return this.takes('(') ? this.call(name, this.args()) : { kind: 'variable', name };
  }

  private group(closing: string): Expression {
    const inner = this.parse();
    this.expect(closing);
    return inner;
  }

  private args(): Expression[] {
    const args: Expression[] = [];
    if (this.takes(')')) return args;
    do args.push(this.parse());
    while (this.takes(','));
    this.expect(')');
    return args;
  }

  private call(name: string, args: readonly Expression[]): Expression {
    if (name === 'default') {
      const [value, fallback] = args;
      if (value && fallback && args.length === 2) return { kind: 'default', value, fallback };
      throw new ExpressionError('"default" expects one value, as in {{ name | default: "x" }}.');
    }
    if (!Object.hasOwn(FUNCTIONS, name)) {
      const known = ['default', ...Object.keys(FUNCTIONS)].sort().join(', ');
      throw new ExpressionError(
        `The filter or function "${name}" does not exist. Known names: ${known}.`,
      );
    }
    const { min, max } = FUNCTIONS[name]!;
    if (args.length < min || args.length > max) {
      throw new ExpressionError(
        `"${name}" expects ${numberOfValues(min, max)}, but got ${args.length}.`,
      );
    }
    return { kind: 'call', name, args };
  }

  /** Returns the next operator without taking it; `&&`, `||` and `!` as words. */
  private operator(): string | null {
    const { token } = this;
    if (token === null || token.kind === 'text' || token.kind === 'number') return null;
    return ownEntry(OPERATOR_WORDS, token.value) ?? token.value;
  }

  private takeName(expected: string): string {
    const { token } = this;
    if (token?.kind !== 'name' || RESERVED.has(token.value)) throw this.unexpected(expected);
    this.advance();
    return token.value;
  }

  private takes(sign: string): boolean {
    if (this.token?.kind !== 'sign' || this.token.value !== sign) return false;
    this.advance();
    return true;
  }

  private expect(sign: string): void {
    if (!this.takes(sign)) throw this.unexpected(`"${sign}"`);
  }

  private advance(): void {
    this.before = this.token?.end ?? this.source.length;
    if (this.before - this.from > MAX_LENGTH) {
      throw new ExpressionError(`An expression may have at most ${MAX_LENGTH} characters.`);
    }
    this.token = nextToken(this.source, this.before);
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > MAX_DEPTH) {
      throw new ExpressionError(`An expression may be nested at most ${MAX_DEPTH} levels deep.`);
    }
    const result = read();
    this.depth--;
    return result;
  }

  private unexpected(expected?: string): ExpressionError {
    const before = this.source.slice(this.from, this.before).trim().slice(-40);
    const after = before === '' ? '' : ` after ${JSON.stringify(before)}`;
    const next = this.token === null ? null : `"${this.token.value.slice(0, 40)}"`;
    if (expected === undefined) return new ExpressionError(`Unexpected ${next}${after}.`);
    if (next === null) return new ExpressionError(`Expected ${expected}${after || ' at the end'}.`);
    return new ExpressionError(
      after === ''
        ? `Expected ${expected} before ${next}.`
        : `Expected ${expected}${after}, but got ${next}.`,
    );
  }
}

function numberOfValues(min: number, max: number): string {
  if (min < max) return `${min} to ${max} values`;
  return counted(min, 'value');
}
