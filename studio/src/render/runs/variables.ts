import { namesIn } from './expression-names.js';

export type VariableType = 'string' | 'number' | 'boolean' | 'array' | 'object';

/** A variable of a config. */
export interface Variable {
  readonly name: string;
  readonly type: VariableType;
  /** Undefined: there is none, and a video needs a value, unless `isOptional`. */
  readonly default: unknown;
  /** Every expression has an own value for when it is missing. */
  readonly isOptional: boolean;
  readonly description?: string | undefined;
}

type JsonObject = Readonly<Record<string, unknown>>;

/** Fields that take numbers, so a variable that is alone in one is a number. */
const NUMBERS =
  /^(duration|start|end|width|height|x|y|volume|speed|opacity|zoom|angle|fade|.*-(size|width|height|radius|duration|gain|spacing))$/;
/** Fields of scenes and elements that are expressions without braces. */
const EXPRESSION_FIELDS: ReadonlySet<string> = new Set(['condition', 'iterate']);

/**
 * The variables that whoever makes a video from a config can set: those that it lists, and those that its expressions use
 * without anything that sets them.
 */
export function variablesOf(config: unknown): readonly Variable[] {
  if (!isObject(config)) return [];
  const listed = objectOf(config['variables']);
  const found = new Map<string, Variable>();
  for (const [name, value] of Object.entries(listed)) {
    found.set(name, { name, type: typeOf(value), default: value, isOptional: true });
  }
  const visit = (name: string, isOptional: boolean, type: VariableType) => {
    const known = found.get(name);
    if (Object.hasOwn(listed, name)) return;
    found.set(name, {
      name,
      type: known === undefined || known.type === 'string' ? type : known.type,
      default: undefined,
      isOptional: isOptional && known?.isOptional !== false,
    });
  };
  const rest = Object.entries(config).filter(
    ([key]) => key !== 'variables' && key.replaceAll('_', '-') !== 'client-data',
  );
  for (const [key, value] of rest) walk(value, key, new Set(), listed, visit);
  return [...found.values()];
}

/** The type of a value, as templates declare it. */
export function typeOf(value: unknown): VariableType {
  if (Array.isArray(value)) return 'array';
  if (isObject(value)) return 'object';
  const type = typeof value;
  return type === 'number' || type === 'boolean' ? type : 'string';
}

type Visit = (name: string, isOptional: boolean, type: VariableType) => void;

/** @param bound the names that something around the value sets */
function walk(
  value: unknown,
  field: string,
  bound: ReadonlySet<string>,
  listed: JsonObject,
  visit: Visit,
): void {
  if (typeof value === 'string') {
    const isExpression = EXPRESSION_FIELDS.has(field);
    const type = field === 'iterate' ? 'array' : typeIn(field, value);
    for (const { name, isOptional } of namesIn(value, isExpression)) {
      if (!bound.has(name)) visit(name, isOptional, type);
    }
  } else if (Array.isArray(value)) {
    for (const item of value) walk(item, field, bound, listed, visit);
  } else if (isObject(value)) {
    walkObject(value, bound, listed, visit);
  }
}

function walkObject(
  value: JsonObject,
  bound: ReadonlySet<string>,
  listed: JsonObject,
  visit: Visit,
): void {
  const { iterate } = value;
  // The list itself is outside of what it repeats.
  if (iterate !== undefined) walk(iterate, 'iterate', bound, listed, visit);
  const within = new Set([...bound, ...namesSetBy(value, listed)]);
  for (const [key, each] of Object.entries(value)) {
    if (key !== 'iterate' && key !== 'iterate-as' && key !== 'iterate_as')
      walk(each, key, within, listed, visit);
  }
}

/** The names that a scene or an element sets for what is in it. */
function namesSetBy(value: JsonObject, listed: JsonObject): string[] {
  const names = Object.keys(objectOf(value['variables']));
  const { iterate } = value;
  if (typeof iterate !== 'string') return names;
  const as = value['iterate-as'] ?? value['iterate_as'] ?? 'item';
  const list = listed[iterate.replace(/^\s*\{\{\s*(.*?)\s*\}\}\s*$/s, '$1')];
  const members = Array.isArray(list) ? list.flatMap((item) => Object.keys(objectOf(item))) : [];
  return [...names, ...members, 'index', ...(typeof as === 'string' ? [as] : [])];
}

function typeIn(field: string, text: string): VariableType {
  const isAlone = /^\s*\{\{\s*[A-Za-z_][A-Za-z0-9_]*\s*\}\}\s*$/.test(text);
  return isAlone && NUMBERS.test(field.replaceAll('_', '-')) ? 'number' : 'string';
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
