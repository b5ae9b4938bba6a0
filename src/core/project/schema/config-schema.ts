import { hoistDefinitions, type Schema } from '../../fields/schema.js';
import { projectObject } from '../fields/project.js';

/** Where the service publishes the schema. */
export const CONFIG_SCHEMA_PATH = '/schema/video-config.json';

/**
 * The JSON Schema (draft 2020-12) of the video config, made from the fields that read it.
 *
 * What concerns several values at once (a second subtitles element, a scene without a length, a
 * field in both spellings) and which fonts are installed is for the reader only.
 */
export function videoConfigSchema(): Schema {
  return hoistDefinitions({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: CONFIG_SCHEMA_PATH,
    title: 'VideoCraft video config',
    ...projectObject.schema,
  });
}
