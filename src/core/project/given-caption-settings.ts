import { isJsonObject } from '../util/json-object.js';

/**
 * The settings of the first subtitles element, in kebab-case and unchecked, as the defaults of scenes. The
 * element itself reports what is wrong with them.
 */
export function givenCaptionSettings(config: unknown): Readonly<Record<string, unknown>> {
  const element = [...listOf(config, 'scenes').flatMap(elementsOf), ...elementsOf(config)].find(
    ({ type }) => type === 'subtitles',
  );
  const settings = element?.settings;
  if (!isJsonObject(settings)) return {};
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name.replaceAll('_', '-'), value]),
  );
}

function elementsOf(parent: unknown): Readonly<Record<string, unknown>>[] {
  return listOf(parent, 'elements').filter(isJsonObject);
}

function listOf(parent: unknown, name: string): readonly unknown[] {
  const list = isJsonObject(parent) ? parent[name] : null;
  return Array.isArray(list) ? list : [];
}
