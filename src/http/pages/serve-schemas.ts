import type { Application } from 'express';
import type { Schema } from '../../core/fields/schema.js';
import { CONFIG_SCHEMA_PATH, videoConfigSchema } from '../../core/project/schema/config-schema.js';
import {
  TEMPLATE_SCHEMA_PATH,
  videoTemplateSchema,
} from '../../core/project/schema/template-schema.js';

/** Serves the JSON Schemas of video configs and templates, for editors and agents. */
export function serveSchemas(app: Application): void {
  serve(app, CONFIG_SCHEMA_PATH, videoConfigSchema);
  serve(app, TEMPLATE_SCHEMA_PATH, videoTemplateSchema);
}

function serve(app: Application, path: string, schema: () => Schema): void {
  app.get(path, (_req, res) => {
    res.type('application/schema+json').set('Cache-Control', 'public, max-age=300');
    res.send(JSON.stringify(schema(), null, 2));
  });
}
