import { evaluate, MAX_TEXT_LENGTH, type VariableLookup } from './evaluate.js';
import { describeValue } from './functions.js';
import { parseBracedExpression } from './parse-expression.js';
import { type Expression, ExpressionError, stepsOfText } from './syntax.js';

/** A text with expressions: literal parts and expressions to insert. */
export type TextTemplate = readonly (string | Expression)[];

/** Returns true for a text that is a template. */
export function hasExpressions(text: string): boolean {
  return text.includes('{{');
}

/**
 * Parses a text with expressions in double curly braces.
 *
 * @throws ExpressionError
 */
export function parseTextTemplate(text: string): TextTemplate {
  const parts: (string | Expression)[] = [];
  let at = 0;
  for (;;) {
    const open = text.indexOf('{{', at);
    const plain = text.slice(at, open === -1 ? undefined : open);
    if (plain !== '') parts.push(plain);
    if (open === -1) return parts;
    const { expression, end } = parseBracedExpression(text, open + 2);
    parts.push(expression);
    at = end;
  }
}

/**
 * Fills a template. A single expression becomes its value, of any type; anything else becomes a text.
 *
 * @throws ExpressionError
 */
export function fillTextTemplate(template: TextTemplate, names: VariableLookup): unknown {
  const [only] = template;
  if (template.length === 1 && typeof only === 'object') return evaluate(only, names);
  let text = '';
  for (const part of template) {
    const added = typeof part === 'string' ? part : toText(evaluate(part, names));
    names.spend(stepsOfText(added.length));
    text += added;
    if (text.length > MAX_TEXT_LENGTH) {
      throw new ExpressionError(`The resulting text is longer than ${MAX_TEXT_LENGTH} characters.`);
    }
  }
  return text;
}

function toText(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'object') {
    throw new ExpressionError(`Cannot insert ${describeValue(value)} into a text.`);
  }
  const plain = value as string | number | boolean;
  return String(plain);
}
