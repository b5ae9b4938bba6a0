import { evaluate, isTruthy, MissingValueError } from '../../expressions/evaluate.js';
import { parseCondition } from '../../expressions/parse-expression.js';
import {
  type Expression,
  ExpressionError,
  type StepCounter,
  stepsOfText,
} from '../../expressions/syntax.js';
import {
  fillTextTemplate,
  hasExpressions,
  parseTextTemplate,
  type TextTemplate,
} from '../../expressions/text-template.js';
import { suggestName } from '../../util/nearest-name.js';
import { DEFAULT_LIMITS, limitMessage, type Limits } from '../../budget/limits.js';
import type { Issues } from '../../fields/issues.js';
import { MAX_CHARACTERS, MAX_VALUES, type Size, sizeOf } from './input-bounds.js';
import { Origins } from './origins.js';
import type { VariableScope } from './variable-scope.js';
import { ExpansionPath } from './expansion-path.js';

/** Stops an expansion that exceeds the limits. The message is for the author. */
export class ExpansionTooLarge extends Error {}

/** The steps that an issue takes, as an error with a stack is built for it. */
const STEPS_OF_FAILURE = 50;
const TOO_LARGE = `The config with its variables is too large. It can have at most ${MAX_VALUES} values and ${MAX_CHARACTERS} characters of text.`;

/** The shared state of an expansion: issues, size, and origins. */
export class Expansion implements StepCounter {
  readonly origins = new Origins();
  private values = 0;
  private characters = 0;
  private steps = 0;
  private currentPath = ExpansionPath.root;
  /** The number of values in lists and objects that expressions inserted. */
  private readonly sizes = new WeakMap<object, Size>();
  private readonly templates = new Map<string, TextTemplate>();
  private readonly conditions = new Map<string, Expression>();

  /** Variables whose values have issues of their own, so that uses of them are not reported. */
  private readonly failed = new Set<string>();
  /** True if an expression was skipped because its variable may be given later. */
  isOpen = false;

  /** @param isGivenLater true for variables that may be given later, and may be missing now */
  constructor(
    private readonly issues: Issues,
    private readonly isGivenLater: (name: string) => boolean,
    private readonly limits: Pick<Limits, 'expansionSteps'> = DEFAULT_LIMITS,
  ) {}

  /** JSON pointer of the part that is expanded now. */
  get pointer(): string {
    return this.currentPath.original;
  }

  /** Begins the expansion of a part. */
  enter(path: ExpansionPath): void {
    this.currentPath = path;
    this.spend(1);
  }

  /**
   * Counts steps before they are done.
   *
   * @throws ExpansionTooLarge
   */
  spend(steps: number): void {
    this.steps += steps;
    const most = this.limits.expansionSteps;
    if (this.steps > most) throw new ExpansionTooLarge(limitMessage('expansionSteps', most, null));
  }

  /** Records a variable that has no valid value, so that its uses are not reported as well. */
  markFailed(name: string): void {
    this.failed.add(name);
  }

  report(path: ExpansionPath, message: string): void {
    this.issues.add(this.issues.isFull ? '' : path.original, message);
  }

  /** Expands the expressions in a value. Returns undefined if an expression has an issue. */
  expandValue(value: unknown, scope: VariableScope, path: ExpansionPath): unknown {
    this.count(value);
    if (typeof value === 'string') return this.expandText(value, scope, path);
    if (Array.isArray(value)) {
      return value.map((item: unknown, index) => this.expandValue(item, scope, path.child(index)));
    }
    if (typeof value !== 'object' || value === null) return value;
    return this.expandMembers(Object.entries(value), scope, path);
  }

  /** Expands the expressions in the members of an object. */
  expandMembers(
    entries: readonly [string, unknown][],
    scope: VariableScope,
    path: ExpansionPath,
  ): object {
    return Object.fromEntries(
      entries.map(([name, member]) => [name, this.expandValue(member, scope, path.child(name))]),
    );
  }

  /** Whether a condition includes its part of the video. Invalid conditions are reported and include it. */
  isIncluded(condition: unknown, scope: VariableScope, path: ExpansionPath): boolean {
    if (typeof condition === 'boolean') return condition;
    if (typeof condition !== 'string') {
      this.report(path, 'Expected "condition" to be an expression in a text, or true or false.');
      return true;
    }
    if (condition.trim() === '') return false;
    return (
      this.tryEvaluate(path, () => {
        const parsed = this.conditions.get(condition) ?? this.parse(condition, parseCondition);
        this.conditions.set(condition, parsed);
        return isTruthy(evaluate(parsed, scope, true));
      }) ?? true
    );
  }

  /** Returns the result of `compute`, or reports the expression error and returns undefined. */
  tryEvaluate<T>(path: ExpansionPath, compute: () => T): T | undefined {
    this.enter(path);
    try {
      return compute();
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      this.spend(STEPS_OF_FAILURE);
      const name = error instanceof MissingValueError ? error.variable : null;
      if (name !== null && this.failed.has(name)) return undefined;
      if (name !== null && this.isGivenLater(name)) this.isOpen = true;
      else this.report(path, this.explain(error));
      return undefined;
    }
  }

  /** The message of an error, with a suggestion if the message will be shown: a suggestion takes long. */
  private explain(error: ExpressionError): string {
    const isMissing = error instanceof MissingValueError && error.variable !== null;
    if (!isMissing || this.issues.isFull) return error.message;
    return `${error.message}${suggestName(error.variable, error.known)}`;
  }

  private expandText(text: string, scope: VariableScope, path: ExpansionPath): unknown {
    if (!hasExpressions(text)) return text;
    const filled = this.tryEvaluate(path, () => {
      const template = this.templates.get(text) ?? this.parse(text, parseTextTemplate);
      this.templates.set(text, template);
      return fillTextTemplate(template, scope);
    });
    if (typeof filled === 'object' && filled !== null) {
      this.origins.insert(path);
      this.countInserted(filled, path);
    } else this.count(filled);
    return filled;
  }

  /** Parses an expression. The same text is parsed again only if it has an issue. */
  parse<T>(text: string, parse: (text: string) => T): T {
    this.spend(1 + stepsOfText(8 * text.length));
    return parse(text);
  }

  private count(value: unknown): void {
    this.add({ values: 1, characters: typeof value === 'string' ? value.length : 0 });
  }

  /** Counts what a list or an object adds to the config. Values of variables are not part of it. */
  private countInserted(inserted: object, path: ExpansionPath): void {
    if (path.isVariable) return this.count(null);
    const size = this.sizes.get(inserted) ?? sizeOf(inserted);
    this.sizes.set(inserted, size);
    this.add(size);
  }

  private add({ values, characters }: Size): void {
    this.values += values;
    this.characters += characters;
    if (this.values > MAX_VALUES || this.characters > MAX_CHARACTERS)
      throw new ExpansionTooLarge(TOO_LARGE);
  }
}
