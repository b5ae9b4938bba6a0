import { DEFAULT_LIMITS, type Limits } from '../../budget/limits.js';
import { isJsonObject } from '../../util/json-object.js';
import { parseExpression } from '../../expressions/parse-expression.js';
import { evaluate } from '../../expressions/evaluate.js';
import { mismatchMessage } from '../../fields/field.js';
import { boundIssue, formatValue, type Issue, Issues } from '../../fields/issues.js';
import { Expansion, ExpansionTooLarge } from './expansion.js';
import { invalidNameMessage, isVariableName, readVariables } from './read-variables.js';
import { VariableScope } from './variable-scope.js';
import { ExpansionPath } from './expansion-path.js';

export interface ExpandedConfig {
  /** The config without variables, conditions, and iterations. */
  readonly config: unknown;
  readonly issues: readonly Issue[];
  /** Converts a pointer in `config` to one in the original document. */
  readonly originOf: (pointer: string) => string;
  /** True if no part has moved. */
  readonly isUnmoved: boolean;
  /** True if the expansion exceeded a limit. The config is not complete. */
  readonly isStopped: boolean;
  /** True if expressions were skipped because their variables may be given later. */
  readonly isOpen: boolean;
}

/** The maximum number of scenes of a video. */
const MAX_SCENES = 1_000;

/** The steps that the scope of an item takes. */
const STEPS_OF_ITEM = 5;

/** Fields that only the expansion uses, in kebab-case. */
const EXPANSION_FIELDS = ['variables', 'condition', 'iterate', 'iterate-as'] as const;
type ExpansionField = (typeof EXPANSION_FIELDS)[number];

/**
 * Expands the variables of a video config: `{{ }}` in texts and values, conditions, and iterations.
 * Variables of the video are data: expressions in their values are not evaluated. Finds all issues in one
 * pass and never throws. The work is bounded for any input.
 *
 * @param input a config of bounded depth and size
 * @param isGivenLater true for variables that may be given later, and may be missing now
 * @param limits how many steps the expansion may take
 */
export function expandVariables(
  input: unknown,
  isGivenLater: (name: string) => boolean = () => false,
  limits: Pick<Limits, 'expansionSteps'> = DEFAULT_LIMITS,
): ExpandedConfig {
  const issues = new Issues();
  const expansion = new Expansion(issues, isGivenLater, limits);
  let config: unknown = null;
  let stop: Issue | null = null;
  try {
    config = expandVideo(input, expansion);
  } catch (error) {
    if (!(error instanceof ExpansionTooLarge)) throw error;
    stop = boundIssue({ pointer: expansion.pointer, message: error.message });
  }
  const { origins } = expansion;
  return {
    config,
    issues: stop === null ? issues.all() : [stop, ...issues.all()],
    originOf: (pointer) => origins.of(pointer),
    isUnmoved: origins.isEmpty,
    isStopped: stop !== null,
    isOpen: expansion.isOpen,
  };
}

function expandVideo(input: unknown, expansion: Expansion): unknown {
  if (!isJsonObject(input)) return input;
  const entries = Object.entries(input);
  const scope = VariableScope.root(expansion).with(
    readVariables(input['variables'], null, expansion, ExpansionPath.root.child('variables')),
  );
  return Object.fromEntries(
    entries
      .filter(([name]) => name !== 'variables')
      .map(([name, value]) => {
        const path = ExpansionPath.root.child(name);
        if (name === 'scenes' && Array.isArray(value)) {
          return [name, expandScenes(value, scope, expansion, path)];
        }
        if (name === 'elements' && Array.isArray(value)) {
          return [name, expandElements(value, scope, expansion, path)];
        }
        // Client data is stored as it is.
        if (name.replaceAll('_', '-') === 'client-data') return [name, value];
        return [name, expansion.expandValue(value, scope, path)];
      }),
  );
}

function expandScenes(
  scenes: unknown[],
  scope: VariableScope,
  expansion: Expansion,
  path: ExpansionPath,
): unknown[] {
  const expandedScenes: unknown[] = [];
  for (const [index, scene] of scenes.entries()) {
    const copies = isJsonObject(scene)
      ? iterationScopes(scene, scope, expansion, path.child(index))
      : [scope];
    for (const [copy, within] of copies.entries()) {
      // The rest is refused by its number, which a message names.
      if (expandedScenes.length > MAX_SCENES) return [...expandedScenes, ...scenes.slice(index)];
      const at = path.child(index, expandedScenes.length);
      expansion.enter(at);
      const expanded = expandScene(scene, within, expansion, at);
      if (expanded === undefined) continue;
      expansion.origins.move(at);
      const isRepeated = isJsonObject(scene) && findOwnField(scene, 'iterate') !== undefined;
      expandedScenes.push(isRepeated ? withNumberedId(expanded, copy + 1) : expanded);
      if (expandedScenes.length === 1 && (index > 0 || isRepeated))
        expandedScenes[0] = withoutTransition(expandedScenes[0]);
    }
  }
  return expandedScenes;
}

/** One scope for each repetition of a scene. A scene without `iterate` has one. */
function iterationScopes(
  scene: Record<string, unknown>,
  scope: VariableScope,
  expansion: Expansion,
  path: ExpansionPath,
): VariableScope[] {
  const name = iterationVariable(scene, expansion, path);
  if (name === null) return [];
  const iterate = findOwnField(scene, 'iterate');
  if (iterate === undefined) return [scope];
  const items = iterationItems(iterate.value, scope, expansion, path.child('iterate'));
  expansion.spend(STEPS_OF_ITEM * items.length);
  return items.map((item: unknown, index) => {
    if (isJsonObject(item)) expansion.spend(Object.keys(item).length);
    const fields = isJsonObject(item)
      ? Object.entries(item).filter(([key]) => isVariableName(key))
      : [];
    return scope.with(new Map<string, unknown>([['index', index + 1], ...fields, [name, item]]));
  });
}

/** The name of the variable for the item, or null if it is invalid. */
function iterationVariable(
  scene: Record<string, unknown>,
  expansion: Expansion,
  path: ExpansionPath,
): string | null {
  const name = findOwnField(scene, 'iterate-as')?.value ?? 'item';
  if (typeof name === 'string' && isVariableName(name)) return name;
  const message =
    typeof name === 'string'
      ? invalidNameMessage(name)
      : mismatchMessage('iterate-as', 'the name of a variable', name);
  expansion.report(path.child('iterate-as'), message);
  return null;
}

/** The items of the list that `iterate` names. Empty if there is an issue. */
function iterationItems(
  iterate: unknown,
  scope: VariableScope,
  expansion: Expansion,
  path: ExpansionPath,
): readonly unknown[] {
  if (typeof iterate !== 'string') {
    const expected = 'the name of a variable that contains a list';
    expansion.report(path, mismatchMessage('iterate', expected, iterate));
    return [];
  }
  const source = iterate.replace(/^\s*\{\{(.*)\}\}\s*$/s, '$1');
  const items = expansion.tryEvaluate(path, () =>
    evaluate(expansion.parse(source, parseExpression), scope),
  );
  if (Array.isArray(items)) return items;
  if (items !== undefined) {
    expansion.report(
      path,
      `Expected "iterate" to name a variable that contains a list, but the variable contains ${formatValue(items)}.`,
    );
  }
  return [];
}

function expandScene(
  scene: unknown,
  outer: VariableScope,
  expansion: Expansion,
  path: ExpansionPath,
): unknown {
  if (!isJsonObject(scene)) return expansion.expandValue(scene, outer, path);
  const scope = scopeWithin(scene, outer, expansion, path);
  return scope === null ? undefined : expandParent(scene, scope, expansion, path);
}

/** Expands a scene or a group, whose elements can have variables and conditions of their own. */
function expandParent(
  parent: Record<string, unknown>,
  scope: VariableScope,
  expansion: Expansion,
  path: ExpansionPath,
): unknown {
  const { elements } = parent;
  const fields = expansion.expandMembers(otherFields(parent, ['elements']), scope, path);
  if (elements === undefined) return fields;
  const at = path.child('elements');
  return {
    ...fields,
    elements: Array.isArray(elements)
      ? expandElements(elements, scope, expansion, at)
      : expansion.expandValue(elements, scope, at),
  };
}

function expandElements(
  elements: unknown[],
  outer: VariableScope,
  expansion: Expansion,
  path: ExpansionPath,
): unknown[] {
  const expandedElements: unknown[] = [];
  for (const [index, element] of elements.entries()) {
    const at = path.child(index, expandedElements.length);
    expansion.enter(at);
    const scope = isJsonObject(element) ? scopeWithin(element, outer, expansion, at) : outer;
    if (scope === null) continue;
    expansion.origins.move(at);
    expandedElements.push(
      isJsonObject(element)
        ? expandParent(element, scope, expansion, at)
        : expansion.expandValue(element, scope, at),
    );
  }
  return expandedElements;
}

/** The scope inside an object, or null when its condition excludes it. */
function scopeWithin(
  object: Record<string, unknown>,
  outer: VariableScope,
  expansion: Expansion,
  path: ExpansionPath,
): VariableScope | null {
  const variables = path.child('variables');
  const scope = outer.with(readVariables(object['variables'], outer, expansion, variables));
  const condition = findOwnField(object, 'condition');
  if (condition === undefined) return scope;
  return expansion.isIncluded(condition.value, scope, path.child('condition')) ? scope : null;
}

/** Finds a field of the expansion in either spelling. */
function findOwnField(
  object: Record<string, unknown>,
  name: ExpansionField,
): { readonly value: unknown } | undefined {
  for (const spelling of [name, name.replaceAll('-', '_')]) {
    if (Object.hasOwn(object, spelling)) return { value: object[spelling] };
  }
  return undefined;
}

/** The fields that the expansion itself does not use. */
function otherFields(
  object: Record<string, unknown>,
  except: readonly string[],
): [string, unknown][] {
  const taken: readonly string[] = [...EXPANSION_FIELDS, ...except];
  return Object.entries(object).filter(([name]) => !taken.includes(name.replaceAll('_', '-')));
}

/** IDs are unique in a video, so repeated scenes get a number. */
function withNumberedId(scene: unknown, count: number): unknown {
  return isJsonObject(scene) && typeof scene['id'] === 'string'
    ? { ...scene, id: `${scene['id']}-${count}` }
    : scene;
}

/** A scene that became the first one cannot have a transition. */
function withoutTransition(scene: unknown): unknown {
  if (!isJsonObject(scene)) return scene;
  const { transition: _, ...rest } = scene;
  return rest;
}
