import type { NextFunction, Request, Response } from 'express';
import type { Metrics } from '../../engine/metrics/metrics.js';

/** All paths without a route share one label, so that clients cannot create labels. */
const UNMATCHED = 'unmatched';

/** Middleware that measures every response and labels it with the path pattern of its route. */
export function measureRequests(metrics: Metrics) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const since = process.hrtime.bigint();
    res.once('close', () => {
      const seconds = Number(process.hrtime.bigint() - since) / 1e9;
      const route = (req.route as { path?: unknown } | undefined)?.path;
      const label = typeof route === 'string' ? route : UNMATCHED;
      metrics.recordRequest(req.method, label, res.statusCode, seconds);
    });
    next();
  };
}
