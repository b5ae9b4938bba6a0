import { evaluate, isTrue, MissingError } from '../../expressions/evaluate.js';
import { parseCondition } from '../../expressions/parse-expression.js';
import { type Expression, ExpressionError } from '../../expressions/syntax.js';
import {
  fillTextTemplate,
  hasExpressions,
  parseTextTemplate,
  type TextTemplate,
} from '../../expressions/text-template.js';
import type { Issues } from '../../fields/issues.js';
import { MAX_CHARACTERS, MAX_VALUES } from './input-bounds.js';
import { Origins } from './origins.js';
import type { VariableScope } from './variable-scope.js';
import type { ExpansionPath } from './expansion-path.js';

/** Stops an expansion that becomes too large, however it does. */
export class ExpansionTooLarge extends Error {}

/** What the parts of an expansion share: what is wrong, how much was made, from where it came. */
export class Expansion {
  readonly origins = new Origins();
  private values = 0;
  private characters = 0;
  private readonly templates = new Map<string, TextTemplate>();
  private readonly conditions = new Map<string, Expression>();

  /** Variables that were to have a value, and of which something else was reported. */
  private readonly failed = new Set<string>();
  /** Expressions were left open, since a variable may still come. */
  isOpen = false;

  /** @param isGivenLater variables that may be missing now, since they are given later */
  constructor(
    private readonly issues: Issues,
    private readonly isGivenLater: (name: string) => boolean,
  ) {}

  /** Notes a variable without a value; who names it is not at fault. */
  markFailed(name: string): void {
    this.failed.add(name);
  }

  report(spot: ExpansionPath, message: string): void {
    this.issues.add(spot.original, message);
  }

  /** A value with its expressions filled in; undefined, after a report, for one that has none. */
  expandValue(value: unknown, scope: VariableScope, spot: ExpansionPath): unknown {
    this.count(value);
    if (typeof value === 'string') return this.expandText(value, scope, spot);
    if (Array.isArray(value)) {
      return value.map((item: unknown, index) => this.expandValue(item, scope, spot.child(index)));
    }
    if (typeof value !== 'object' || value === null) return value;
    return this.expandMembers(Object.entries(value), scope, spot);
  }

  /** An object of these members with their expressions filled in. */
  expandMembers(
    entries: readonly [string, unknown][],
    scope: VariableScope,
    spot: ExpansionPath,
  ): object {
    return Object.fromEntries(
      entries.map(([name, member]) => [name, this.expandValue(member, scope, spot.child(name))]),
    );
  }

  /** Whether a part of the video is there; also true, after a report, when nobody can tell. */
  isIncluded(condition: unknown, scope: VariableScope, spot: ExpansionPath): boolean {
    if (typeof condition === 'boolean') return condition;
    if (typeof condition !== 'string') {
      this.report(spot, '"condition" is an expression as a text, or true or false.');
      return true;
    }
    if (condition.trim() === '') return false;
    return (
      this.tryEvaluate(spot, () => {
        const parsed = this.conditions.get(condition) ?? parseCondition(condition);
        this.conditions.set(condition, parsed);
        return isTrue(evaluate(parsed, scope, true));
      }) ?? true
    );
  }

  /** What `make` makes, or undefined after a report of why there is nothing. */
  tryEvaluate<T>(spot: ExpansionPath, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      const name = error instanceof MissingError ? error.variable : null;
      if (name !== null && this.failed.has(name)) return undefined;
      if (name !== null && this.isGivenLater(name)) this.isOpen = true;
      else this.report(spot, error.message);
      return undefined;
    }
  }

  private expandText(text: string, scope: VariableScope, spot: ExpansionPath): unknown {
    if (!hasExpressions(text)) return text;
    const filled = this.tryEvaluate(spot, () => {
      const template = this.templates.get(text) ?? parseTextTemplate(text);
      this.templates.set(text, template);
      return fillTextTemplate(template, scope);
    });
    if (typeof filled === 'object' && filled !== null) this.origins.insert(spot);
    this.count(filled);
    return filled;
  }

  private count(value: unknown): void {
    this.values++;
    if (typeof value === 'string') this.characters += value.length;
    if (this.values > MAX_VALUES || this.characters > MAX_CHARACTERS) throw new ExpansionTooLarge();
  }
}
