import { isJsonObject, type JsonObject } from '../../../util/json-object.js';
import { dynamicTimes } from './dynamic-times.js';
import { calculatedNames, withNumbers } from './numeric-variables.js';

/** Names that the editor of JSON2Video keeps for itself, such as the hints of a form. */
const RESERVED = /^[?@$%&]/;

/**
 * A movie whose variables a video config can fill in: without the hints of its editor, with numbers for expressions that calculate,
 * and with the times of other elements as rules, because JSON2Video provides them as variables (`clip_end`). Places stay where
 * they are.
 */
export function prepareMovie(movie: unknown): unknown {
  if (!isJsonObject(movie)) return movie;
  const names = calculatedNames(movie);
  const own = preparedVariables(movie, names);
  const { scenes, elements } = own;
  return {
    ...own,
    ...(Array.isArray(scenes) ? { scenes: scenes.map((one) => preparedScene(one, names)) } : {}),
    ...(Array.isArray(elements) ? { elements: preparedElements(elements, names) } : {}),
  };
}

function preparedScene(scene: unknown, names: ReadonlySet<string>): unknown {
  if (!isJsonObject(scene)) return scene;
  const own = preparedVariables(scene, names);
  const { iterate, elements } = own;
  if (iterate === null || iterate === '') delete own['iterate'];
  if (Array.isArray(elements)) own['elements'] = preparedElements(elements, names);
  return own;
}

function preparedElements(elements: readonly unknown[], names: ReadonlySet<string>): unknown[] {
  const beside = new Map(
    elements
      .filter(isJsonObject)
      .flatMap((element) =>
        typeof element['id'] === 'string' ? [[element['id'], element] as const] : [],
      ),
  );
  return elements.map((given) => {
    if (!isJsonObject(given)) return given;
    const element = preparedVariables(given, names);
    return beside.size === 0 ? element : { ...element, ...dynamicTimes(element, beside) };
  });
}

function preparedVariables(
  object: JsonObject,
  names: ReadonlySet<string>,
): Record<string, unknown> {
  const { variables } = object;
  if (!isJsonObject(variables)) return { ...object };
  const kept = Object.entries(variables).filter(([name]) => !RESERVED.test(name));
  return { ...object, variables: withNumbers(Object.fromEntries(kept), names) };
}
