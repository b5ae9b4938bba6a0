import { childPointer } from '../../fields/json-pointer.js';
import { type Issue, formatValue } from '../../fields/issues.js';
import { isVariableName, VARIABLE_NAME_RULE } from './read-variables.js';

export const VARIABLE_TYPES = ['string', 'number', 'boolean', 'array', 'object'] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];

/** A variable that a template says it takes. */
export interface DeclaredVariable {
  readonly name: string;
  readonly type: VariableType;
  /** Stands for the variable when it is not given; without one it has to be. */
  readonly default?: unknown;
  readonly description?: string;
}

export type FillResult =
  | { readonly ok: true; readonly config: object }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** What is wrong with declarations: names, names that stand twice, defaults of another type. */
export function declarationIssues(declared: readonly DeclaredVariable[]): Issue[] {
  const seen = new Set<string>();
  return declared.flatMap((variable, index) => {
    const { name, type } = variable;
    const issues: Issue[] = [];
    if (!isVariableName(name)) {
      const message = `${formatValue(name)} is no name of a variable: ${VARIABLE_NAME_RULE}.`;
      issues.push({ pointer: `/${index}/name`, message });
    }
    if (seen.has(name)) {
      issues.push({
        pointer: `/${index}/name`,
        message: `${formatValue(name)} is declared already.`,
      });
    }
    seen.add(name);
    if (variable.default !== undefined && jsonTypeOf(variable.default) !== type) {
      issues.push({
        pointer: `/${index}/default`,
        message: mismatchMessage('default', variable.default, type),
      });
    }
    return issues;
  });
}

/**
 * A config with variables added to its own: those given stand before the defaults of declarations,
 * and these before the config's. A template that declares variables takes those and no others.
 *
 * @param given by name; pointers of issues begin at it
 */
export function fillVariables(
  config: unknown,
  declared: readonly DeclaredVariable[],
  given: unknown,
): FillResult {
  if (!isObject(given)) {
    return {
      ok: false,
      issues: [
        { pointer: '', message: `"variables" is ${formatValue(given)}; allowed is an object.` },
      ],
    };
  }
  const own = isObject(config) && isObject(config['variables']) ? config['variables'] : {};
  const issues = [
    ...(declared.length === 0 ? [] : undeclaredIssues(declared, given)),
    ...declared.flatMap((variable) => valueIssues(variable, given, own)),
  ];
  if (issues.length > 0 || !isObject(config)) return { ok: false, issues };
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
      message: `The template takes no variable ${formatValue(name)}; it takes ${names.join(', ')}.`,
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
    return [{ pointer, message: `"${name}" is missing; the template takes ${EXPECTED[type]}.` }];
  }
  const value = given[name];
  return jsonTypeOf(value) === type
    ? []
    : [{ pointer, message: mismatchMessage(name, value, type) }];
}

const EXPECTED: Readonly<Record<VariableType, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function mismatchMessage(name: string, value: unknown, type: VariableType): string {
  return `"${name}" is ${formatValue(value)}; allowed is ${EXPECTED[type]}.`;
}

/** The JSON type of a value; `null` has none of those that a variable can have. */
export function jsonTypeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
