import { isJsonObject } from '../../util/json-object.js';
import { childPointer } from '../../fields/json-pointer.js';
import { mismatchMessage, missingMessage } from '../../fields/field.js';
import { type Issue, formatValue } from '../../fields/issues.js';
import { invalidNameMessage, isVariableName } from './read-variables.js';

export const VARIABLE_TYPES = ['string', 'number', 'boolean', 'array', 'object'] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];

/** A variable that a template accepts. */
export interface DeclaredVariable {
  readonly name: string;
  readonly type: VariableType;
  /** A variable without a default is required. */
  readonly default?: unknown;
  readonly description?: string;
}

export type FillResult =
  | { readonly ok: true; readonly config: object }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Checks declarations for invalid names, duplicate names, and defaults of the wrong type. */
export function declarationIssues(declared: readonly DeclaredVariable[]): Issue[] {
  const seen = new Set<string>();
  return declared.flatMap((variable, index) => {
    const { name, type } = variable;
    const issues: Issue[] = [];
    if (!isVariableName(name)) {
      const message = invalidNameMessage(name);
      issues.push({ pointer: `/${index}/name`, message });
    }
    if (seen.has(name)) {
      issues.push({
        pointer: `/${index}/name`,
        message: `The variable ${formatValue(name)} is already declared.`,
      });
    }
    seen.add(name);
    if (variable.default !== undefined && jsonTypeOf(variable.default) !== type) {
      issues.push({
        pointer: `/${index}/default`,
        message: mismatchMessage('default', EXPECTED[type], variable.default),
      });
    }
    return issues;
  });
}

/**
 * Adds variables to those of a config. Given values override the defaults of declarations, which override
 * the variables of the config. A template that declares variables accepts no others.
 *
 * @param given values by name. The pointers of issues are relative to it.
 */
export function fillVariables(
  config: unknown,
  declared: readonly DeclaredVariable[],
  given: unknown,
): FillResult {
  if (!isJsonObject(given)) {
    return {
      ok: false,
      issues: [{ pointer: '', message: mismatchMessage('variables', 'an object', given) }],
    };
  }
  const own = isJsonObject(config) && isJsonObject(config['variables']) ? config['variables'] : {};
  const issues = [
    ...(declared.length === 0 ? [] : undeclaredIssues(declared, given)),
    ...declared.flatMap((variable) => valueIssues(variable, given, own)),
  ];
  if (issues.length > 0 || !isJsonObject(config)) return { ok: false, issues };
  const defaults = declared.flatMap(({ name, default: value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const entries = [...Object.entries(own), ...defaults, ...Object.entries(given)];
  if (entries.length === 0) return { ok: true, config };
  return { ok: true, config: { ...config, variables: Object.fromEntries(entries) } };
}

function undeclaredIssues(declared: readonly DeclaredVariable[], given: object): Issue[] {
  const names = declared.map(({ name }) => name);
  return Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      pointer: childPointer('', name),
      message: `The template has no variable ${formatValue(name)}. Its variables: ${names.join(', ')}.`,
    }));
}

function valueIssues(
  { name, type, default: fallback }: DeclaredVariable,
  given: Record<string, unknown>,
  own: Record<string, unknown>,
): Issue[] {
  const pointer = childPointer('', name);
  if (!Object.hasOwn(given, name)) {
    if (fallback !== undefined || Object.hasOwn(own, name)) return [];
    return [{ pointer, message: missingMessage(name, EXPECTED[type]) }];
  }
  const value = given[name];
  return jsonTypeOf(value) === type
    ? []
    : [{ pointer, message: mismatchMessage(name, EXPECTED[type], value) }];
}

const EXPECTED: Readonly<Record<VariableType, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** The JSON type of a value. A variable cannot have the type `null`. */
export function jsonTypeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
