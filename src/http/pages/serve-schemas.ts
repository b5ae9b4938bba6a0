import type { Application } from 'express';
import type { Schema } from '../../core/fields/schema.js';
import { CONFIG_SCHEMA_PATH, videoConfigSchema } from '../../core/project/schema/config-schema.js';
import { nameFontFamilies } from '../../core/project/schema/name-font-families.js';
import {
  TEMPLATE_SCHEMA_PATH,
  videoTemplateSchema,
} from '../../core/project/schema/template-schema.js';

/**
 * Serves the JSON Schemas of video configs and templates, for editors and agents.
 *
 * @param families the installed font families, which the schemas name
 */
export function serveSchemas(app: Application, families: () => readonly string[]): void {
  const serve = (path: string, schema: () => Schema) => {
    app.get(path, (_req, res) => {
      res.type('application/schema+json').set('Cache-Control', 'public, max-age=300');
      res.send(JSON.stringify(nameFontFamilies(schema(), families()), null, 2));
    });
  };
  serve(CONFIG_SCHEMA_PATH, videoConfigSchema);
  serve(TEMPLATE_SCHEMA_PATH, videoTemplateSchema);
}
