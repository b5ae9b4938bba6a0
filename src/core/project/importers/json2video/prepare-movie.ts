import { isJsonObject, type JsonObject } from '../../../util/json-object.js';
import { dynamicTimes } from './dynamic-times.js';

/** Names that the editor of JSON2Video keeps for itself, such as the hints of a form. */
const RESERVED = /^[?@$%&]/;

/**
 * A movie whose variables a video config can fill in: without the hints of its editor, and with the times of other elements as
 * rules, because JSON2Video provides them as variables (`clip_end`). Places stay where they are.
 */
export function prepareMovie(movie: unknown): unknown {
  if (!isJsonObject(movie)) return movie;
  const own = withoutHints(movie);
  const { scenes, elements } = own;
  return {
    ...own,
    ...(Array.isArray(scenes) ? { scenes: scenes.map(preparedScene) } : {}),
    ...(Array.isArray(elements) ? { elements: preparedElements(elements) } : {}),
  };
}

function preparedScene(scene: unknown): unknown {
  if (!isJsonObject(scene)) return scene;
  const { elements, ...own } = withoutHints(scene);
  const iterate = own['iterate'];
  if (iterate === null || iterate === '') delete own['iterate'];
  return Array.isArray(elements) ? { ...own, elements: preparedElements(elements) } : scene;
}

function preparedElements(elements: readonly unknown[]): unknown[] {
  const beside = new Map(
    elements
      .filter(isJsonObject)
      .flatMap((element) =>
        typeof element['id'] === 'string' ? [[element['id'], element] as const] : [],
      ),
  );
  return elements.map((given) => {
    if (!isJsonObject(given)) return given;
    const element = withoutHints(given);
    return beside.size === 0 ? element : { ...element, ...dynamicTimes(element, beside) };
  });
}

function withoutHints(object: JsonObject): Record<string, unknown> {
  const { variables } = object;
  if (!isJsonObject(variables)) return { ...object };
  const kept = Object.entries(variables).filter(([name]) => !RESERVED.test(name));
  return { ...object, variables: Object.fromEntries(kept) };
}
