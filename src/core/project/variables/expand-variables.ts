import { parseExpression } from '../../expressions/parse-expression.js';
import { evaluate } from '../../expressions/evaluate.js';
import { type Issue, Issues, formatValue } from '../../fields/issues.js';
import { MAX_VALUES } from './input-bounds.js';
import { Expansion, ExpansionTooLarge } from './expansion.js';
import { isVariableName, VARIABLE_NAME_RULE, readVariables } from './read-variables.js';
import { VariableScope } from './variable-scope.js';
import { ExpansionPath } from './expansion-path.js';

export interface ExpandedConfig {
  /** The config without variables, conditions and iterations. */
  readonly config: unknown;
  readonly issues: readonly Issue[];
  /** The pointer, in the document that was given, of what a pointer names in `config`. */
  readonly originOf: (pointer: string) => string;
  /** True when every part stands where it stood. */
  readonly isUnmoved: boolean;
  /** True when expressions were left out because a variable that may still come is missing. */
  readonly isOpen: boolean;
}

/** More scenes than a video may have. */
const MAX_SCENES = 1_000;

/** Fields that concern the expansion alone, by their name with hyphens. */
const OWN_FIELDS = ['variables', 'condition', 'iterate', 'iterate-as'] as const;
type OwnField = (typeof OWN_FIELDS)[number];

/**
 * Fills in the variables of a video config: `{{ }}` in texts and values, conditions, iterations.
 * Values of variables are data; expressions in those of the video are never read. Finds all issues
 * at once and never throws; its work is bounded whatever the input is.
 *
 * @param input of bounded depth and size
 * @param isGivenLater variables that may be missing now, since they are given later
 */
export function expandVariables(
  input: unknown,
  isGivenLater: (name: string) => boolean = () => false,
): ExpandedConfig {
  const issues = new Issues();
  const expansion = new Expansion(issues, isGivenLater);
  let config: unknown = input;
  try {
    config = expandVideo(input, expansion);
  } catch (error) {
    if (!(error instanceof ExpansionTooLarge)) throw error;
    issues.add(
      '',
      `With its variables the config has more than ${MAX_VALUES} values, or too much text.`,
    );
  }
  const { origins } = expansion;
  return {
    config,
    issues: issues.all(),
    originOf: (pointer) => origins.of(pointer),
    isUnmoved: origins.isEmpty,
    isOpen: expansion.isOpen,
  };
}

function expandVideo(input: unknown, expansion: Expansion): unknown {
  if (!isObject(input)) return input;
  const entries = Object.entries(input);
  const scope = VariableScope.empty.with(
    readVariables(input['variables'], null, expansion, ExpansionPath.root.child('variables')),
  );
  return Object.fromEntries(
    entries
      .filter(([name]) => name !== 'variables')
      .map(([name, value]) => {
        const spot = ExpansionPath.root.child(name);
        if (name === 'scenes' && Array.isArray(value)) {
          return [name, expandScenes(value, scope, expansion, spot)];
        }
        if (name === 'elements' && Array.isArray(value)) {
          return [name, expandElements(value, scope, expansion, spot)];
        }
        // What the client keeps with the job is its own.
        if (name.replaceAll('_', '-') === 'client-data') return [name, value];
        return [name, expansion.expandValue(value, scope, spot)];
      }),
  );
}

function expandScenes(
  scenes: unknown[],
  scope: VariableScope,
  expansion: Expansion,
  spot: ExpansionPath,
): unknown[] {
  const made: unknown[] = [];
  for (const [index, scene] of scenes.entries()) {
    const copies = isObject(scene)
      ? iterationScopes(scene, scope, expansion, spot.child(index))
      : [scope];
    for (const [copy, within] of copies.entries()) {
      if (made.length > MAX_SCENES) return made;
      const at = spot.child(index, made.length);
      const expanded = expandScene(scene, within, expansion, at);
      if (expanded === undefined) continue;
      expansion.origins.move(at);
      const isRepeated = isObject(scene) && findOwnField(scene, 'iterate') !== undefined;
      made.push(isRepeated ? withNumberedId(expanded, copy + 1) : expanded);
      if (made.length === 1 && (index > 0 || isRepeated)) made[0] = withoutTransition(made[0]);
    }
  }
  return made;
}

/** A scope for each time that a scene is there: one without `iterate`. */
function iterationScopes(
  scene: Record<string, unknown>,
  scope: VariableScope,
  expansion: Expansion,
  spot: ExpansionPath,
): VariableScope[] {
  const iterate = findOwnField(scene, 'iterate');
  const name = findOwnField(scene, 'iterate-as')?.value ?? 'item';
  if (typeof name !== 'string' || !isVariableName(name)) {
    expansion.report(
      spot.child('iterate-as'),
      `${formatValue(name)} is no name of a variable: ${VARIABLE_NAME_RULE}.`,
    );
    return [];
  }
  if (iterate === undefined) return [scope];
  const at = spot.child('iterate');
  if (typeof iterate.value !== 'string') {
    expansion.report(
      at,
      `"iterate" is ${formatValue(iterate.value)}; allowed is the name of a variable with a list.`,
    );
    return [];
  }
  const source = iterate.value.replace(/^\s*\{\{(.*)\}\}\s*$/s, '$1');
  const items = expansion.tryEvaluate(at, () => evaluate(parseExpression(source), scope));
  if (items === undefined) return [];
  if (!Array.isArray(items)) {
    expansion.report(
      at,
      `"iterate" names ${formatValue(items)}; allowed is a variable with a list.`,
    );
    return [];
  }
  return items.map((item: unknown, index) => {
    const fields = isObject(item)
      ? Object.entries(item).filter(([key]) => isVariableName(key))
      : [];
    return scope.with(new Map<string, unknown>([['index', index + 1], ...fields, [name, item]]));
  });
}

function expandScene(
  scene: unknown,
  outer: VariableScope,
  expansion: Expansion,
  spot: ExpansionPath,
): unknown {
  if (!isObject(scene)) return expansion.expandValue(scene, outer, spot);
  const scope = scopeWithin(scene, outer, expansion, spot);
  if (scope === null) return undefined;
  const { elements } = scene;
  const made = expansion.expandMembers(otherFields(scene, ['elements']), scope, spot);
  if (elements === undefined) return made;
  const at = spot.child('elements');
  return {
    ...made,
    elements: Array.isArray(elements)
      ? expandElements(elements, scope, expansion, at)
      : expansion.expandValue(elements, scope, at),
  };
}

function expandElements(
  elements: unknown[],
  outer: VariableScope,
  expansion: Expansion,
  spot: ExpansionPath,
): unknown[] {
  const made: unknown[] = [];
  for (const [index, element] of elements.entries()) {
    const at = spot.child(index, made.length);
    const scope = isObject(element) ? scopeWithin(element, outer, expansion, at) : outer;
    if (scope === null) continue;
    expansion.origins.move(at);
    made.push(
      isObject(element)
        ? expansion.expandMembers(otherFields(element, []), scope, at)
        : expansion.expandValue(element, scope, at),
    );
  }
  return made;
}

/** The scope within an object, or null when its condition leaves it out. */
function scopeWithin(
  object: Record<string, unknown>,
  outer: VariableScope,
  expansion: Expansion,
  spot: ExpansionPath,
): VariableScope | null {
  const variables = spot.child('variables');
  const scope = outer.with(readVariables(object['variables'], outer, expansion, variables));
  const condition = findOwnField(object, 'condition');
  if (condition === undefined) return scope;
  return expansion.isIncluded(condition.value, scope, spot.child('condition')) ? scope : null;
}

/** A field of the expansion, in either spelling. */
function findOwnField(
  object: Record<string, unknown>,
  name: OwnField,
): { readonly value: unknown } | undefined {
  for (const spelling of [name, name.replaceAll('-', '_')]) {
    if (Object.hasOwn(object, spelling)) return { value: object[spelling] };
  }
  return undefined;
}

/** The fields that are not for the expansion itself, and not these. */
function otherFields(object: Record<string, unknown>, but: readonly string[]): [string, unknown][] {
  const taken: readonly string[] = [...OWN_FIELDS, ...but];
  return Object.entries(object).filter(([name]) => !taken.includes(name.replaceAll('_', '-')));
}

/** Ids are unique in a video, so those of a repeated scene are counted. */
function withNumberedId(scene: unknown, count: number): unknown {
  return isObject(scene) && typeof scene['id'] === 'string'
    ? { ...scene, id: `${scene['id']}-${count}` }
    : scene;
}

/** What has become the first scene has none before it to come from. */
function withoutTransition(scene: unknown): unknown {
  if (!isObject(scene)) return scene;
  const { transition: _, ...rest } = scene;
  return rest;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
