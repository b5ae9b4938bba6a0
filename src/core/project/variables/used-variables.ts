import { parseCondition, parseExpression } from '../../expressions/parse-expression.js';
import { type Expression, ExpressionError } from '../../expressions/syntax.js';
import { hasExpressions, parseTextTemplate } from '../../expressions/text-template.js';
import { isJsonObject, type JsonObject } from '../../util/json-object.js';
import { childPointer } from '../../fields/json-pointer.js';

/** A variable that a config declares. */
export interface DeclaredName {
  readonly name: string;
  readonly pointer: string;
}

/** The names of variables in a config. */
export interface VariableNames {
  /** In expressions, conditions, and iterations. */
  readonly used: ReadonlySet<string>;
  readonly declared: readonly DeclaredName[];
}

/**
 * Finds the variables of a config, and those that its expressions name.
 *
 * @param config a config of bounded depth and size
 */
export function variableNamesOf(config: unknown): VariableNames {
  const found: Found = { used: new Set(), declared: [] };
  if (isJsonObject(config)) {
    const { variables, ...rest } = config;
    // Values of the variables of a video are data: expressions in them mean nothing.
    declare(variables, '/variables', found);
    for (const [name, value] of Object.entries(rest)) {
      if (spelled(name) !== 'client-data') walk(value, childPointer('', name), found);
    }
  }
  return found;
}

interface Found {
  readonly used: Set<string>;
  readonly declared: DeclaredName[];
}

function declare(variables: unknown, pointer: string, { declared }: Found): void {
  if (!isJsonObject(variables)) return;
  for (const name of Object.keys(variables)) {
    declared.push({ name, pointer: childPointer(pointer, name) });
  }
}

function walk(value: unknown, pointer: string, found: Found): void {
  if (typeof value === 'string') {
    if (hasExpressions(value))
      for (const part of parsed(value, parseTextTemplate) ?? []) note(part, found);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => walk(item, childPointer(pointer, index), found));
  } else if (isJsonObject(value)) {
    walkObject(value, pointer, found);
  }
}

function walkObject(object: JsonObject, pointer: string, found: Found): void {
  for (const [name, value] of Object.entries(object)) {
    const at = childPointer(pointer, name);
    const field = spelled(name);
    if (field === 'variables') declare(value, at, found);
    if (field === 'condition' && typeof value === 'string') {
      note(parsed(value, parseCondition), found);
    } else if (field === 'iterate' && typeof value === 'string') {
      note(parsed(value.replace(/^\s*\{\{(.*)\}\}\s*$/s, '$1'), parseExpression), found);
    } else {
      walk(value, at, found);
    }
  }
}

/** Null for what the check of the config reports. */
function parsed<T>(text: string, parse: (text: string) => T): T | null {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

/** Notes the variables of a syntax tree. */
function note(part: string | Expression | null, { used }: Found): void {
  const open: unknown[] = [part];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    const { kind, name } = node as { kind?: unknown; name?: unknown };
    if (kind === 'variable') used.add(name as string);
    open.push(...(Array.isArray(node) ? (node as unknown[]) : Object.values(node)));
  }
}

function spelled(name: string): string {
  return name.replaceAll('_', '-');
}
