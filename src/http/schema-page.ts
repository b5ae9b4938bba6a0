import type { NextFunction, Request, Response } from 'express';
import { CONFIG_SCHEMA_PATH, videoConfigSchema } from '../core/project/config-schema.js';

/** Express handler that publishes the JSON Schema of the video config, for editors and agents. */
export function schemaPage(req: Request, res: Response, next: NextFunction): void {
  const reads = req.method === 'GET' || req.method === 'HEAD';
  if (!reads || req.path !== CONFIG_SCHEMA_PATH) return next();
  res.type('application/schema+json').set('Cache-Control', 'public, max-age=300');
  res.send(JSON.stringify(videoConfigSchema(), null, 2));
}
