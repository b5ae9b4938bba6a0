import type { NextFunction, Request, Response } from 'express';
import { ApiError } from '../errors/api-error.js';
import { rateLimitError } from '../requests/rate-limit-state.js';

/** The used part of a layer of Express's router. */
interface RouterLayer {
  readonly route?: { readonly methods: Readonly<Record<string, unknown>> };
  match(path: string): unknown;
}

/**
 * The methods that the path of a request supports, for the header `Allow` (RFC 9110, section
 * 10.2.1). Empty if the path does not exist.
 */
export function allowedMethods(req: Request): string[] {
  const { stack } = req.app.router as unknown as { stack: readonly RouterLayer[] };
  // Inside a mounted router, `req.path` is only the part after the mount path.
  const path = req.baseUrl + req.path;
  const methods = new Set(
    stack.flatMap((layer) =>
      layer.route && matches(layer, path) ? Object.keys(layer.route.methods) : [],
    ),
  );
  if (methods.has('get')) methods.add('head');
  if (methods.size > 0) methods.add('options');
  return [...methods].map((method) => method.toUpperCase()).sort();
}

/** The error for a method that an existing path does not support; null for any other request. */
export function methodNotAllowed(req: Request): ApiError | null {
  const methods = allowedMethods(req);
  if (methods.length === 0 || methods.includes(req.method)) return null;
  const allow = methods.join(', ');
  return new ApiError('METHOD_NOT_ALLOWED', `This path supports ${allow}.`, {
    headers: { Allow: allow },
  });
}

/** Middleware that answers `OPTIONS` (RFC 9110, section 9.3.7), within the rate limit. */
export function answerOptions(req: Request, res: Response, next: NextFunction): void {
  const methods = req.method === 'OPTIONS' ? allowedMethods(req) : [];
  if (methods.length === 0) return next();
  const error = rateLimitError(res);
  if (error) return next(error);
  res.status(204).set('Allow', methods.join(', ')).end();
}

/** A path that cannot be decoded matches no route. */
function matches(layer: RouterLayer, path: string): boolean {
  try {
    return Boolean(layer.match(path));
  } catch {
    return false;
  }
}
