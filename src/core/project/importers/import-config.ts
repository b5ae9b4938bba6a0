import type { Issue } from '../../fields/issues.js';
import { isJsonObject, type JsonObject } from '../../util/json-object.js';
import type { Importer, ImportOptions, Translation } from './importer.js';

/**
 * Root fields that say what this service does with the video. They mean the same in a config of another system, because
 * requests, templates, and agents add them to any config.
 */
const SERVICE_FIELDS: ReadonlySet<string> = new Set([
  'client-data',
  'destinations',
  'filename',
  'priority',
  'stills',
  'webhook',
]);

/**
 * Translates a config of another system, and adds the fields for this service that it has.
 *
 * @param importer null for a video config, which stays as it is
 */
export function importConfig(
  config: unknown,
  importer: Importer | null,
  options: Omit<ImportOptions, 'isNamed'>,
): Translation {
  if (importer === null || !isJsonObject(config)) {
    return { config, issues: [], notes: [], originOf: (pointer) => pointer };
  }
  const { format, ...rest } = config;
  const isNamed = format === importer.format;
  const [service, foreign] = separated(rest);
  const translation = importer.translate(foreign, { ...options, isNamed });
  if (!isJsonObject(translation.config)) return translation;
  return {
    ...translation,
    config: { ...translation.config, ...service },
    issues: [...translation.issues, ...conflicts(service, translation)],
  };
}

/** The fields for this service, and the others. */
function separated(config: JsonObject): [service: JsonObject, foreign: JsonObject] {
  const isForService = ([name]: [string, unknown]) => SERVICE_FIELDS.has(name.replaceAll('_', '-'));
  const entries = Object.entries(config);
  return [
    Object.fromEntries(entries.filter(isForService).flatMap(serviceField)),
    Object.fromEntries(entries.filter((entry) => !isForService(entry))),
  ];
}

/** Other systems have the address of a webhook alone, which is empty or null where there is none. */
function serviceField([name, value]: [string, unknown]): [string, unknown][] {
  if (name !== 'webhook' || (value !== null && typeof value !== 'string')) return [[name, value]];
  return value === null || value.trim() === '' ? [] : [[name, { url: value.trim() }]];
}

/** The same field can't come from both sides. */
function conflicts(service: JsonObject, { config, originOf }: Translation): Issue[] {
  return Object.keys(service)
    .filter((name) => Object.hasOwn(config as object, name))
    .map((name) => {
      const pointer = originOf(`/${name}`);
      const field = pointer.split('/')[1] ?? '';
      return { pointer: `/${field}`, message: `Set either "${field}" or "${name}", not both.` };
    });
}
