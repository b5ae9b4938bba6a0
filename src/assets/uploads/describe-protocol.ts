import type { NextFunction, Request, Response } from 'express';
import { TUS_RESUMABLE } from '@tus/server';
import type { Config } from '../../config/types.js';
import { apiPath } from '../../http/routes/paths.js';
import { ALGORITHMS } from './checksum.js';
import { EXTENSIONS } from './upload-data-store.js';

/** Middleware: the headers by which clients learn what the service supports of the tus protocol. */
export function describeUploads({ sources }: Config) {
  const path = apiPath('/assets/uploads');
  return (req: Request, res: Response, next: NextFunction): void => {
    if (req.path === path || req.path.startsWith(`${path}/`)) {
      res.setHeader('Tus-Resumable', TUS_RESUMABLE);
      if (req.method === 'OPTIONS') {
        res.setHeader('Tus-Version', TUS_RESUMABLE);
        res.setHeader('Tus-Extension', EXTENSIONS.join(','));
        res.setHeader('Tus-Max-Size', String(sources.maxBytes));
        res.setHeader('Tus-Checksum-Algorithm', ALGORITHMS.join(','));
      }
    }
    next();
  };
}
