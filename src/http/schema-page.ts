import type { NextFunction, Request, Response } from 'express';
import type { Schema } from '../core/fields/schema.js';
import { CONFIG_SCHEMA_PATH, videoConfigSchema } from '../core/project/config-schema.js';
import { TEMPLATE_SCHEMA_PATH, videoTemplateSchema } from '../core/project/template-schema.js';

const SCHEMAS: ReadonlyMap<string, () => Schema> = new Map([
  [CONFIG_SCHEMA_PATH, videoConfigSchema],
  [TEMPLATE_SCHEMA_PATH, videoTemplateSchema],
]);

/** Express handler that publishes the JSON Schemas of the video config, for editors and agents. */
export function schemaPage(req: Request, res: Response, next: NextFunction): void {
  const reads = req.method === 'GET' || req.method === 'HEAD';
  const schema = SCHEMAS.get(req.path);
  if (!reads || schema === undefined) return next();
  res.type('application/schema+json').set('Cache-Control', 'public, max-age=300');
  res.send(JSON.stringify(schema(), null, 2));
}
