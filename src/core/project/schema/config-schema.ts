import { hoistDefinitions, type Schema } from '../../fields/schema.js';
import { projectObject } from '../fields/project.js';

/** The path at which the service publishes the schema. */
export const CONFIG_SCHEMA_PATH = '/schema/video-config.json';

/**
 * The JSON Schema (draft 2020-12) of the video config, derived from the fields that read it.
 *
 * Only the reader checks rules about several values (a second subtitles element, a scene without a length,
 * a field in both spellings) and whether a font is installed.
 */
export function videoConfigSchema(): Schema {
  return hoistDefinitions({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: CONFIG_SCHEMA_PATH,
    title: 'VideoCraft video config',
    ...projectObject.schema,
  });
}
