import type { NextFunction, Request, Response } from 'express';
import { ApiError } from '../errors/api-error.js';
import { rateLimitError } from '../requests/rate-limit-state.js';

/** What is read here of a layer of Express' router. */
interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, unknown>> };
  match(path: string): unknown;
}

/**
 * The methods that routes answer at the path of a request, as `Allow` names them (RFC 9110, section
 * 10.2.1); none where nothing has this path.
 */
export function allowedMethods(req: Request): string[] {
  const { stack } = req.app.router as unknown as { stack: readonly Layer[] };
  // Within what is mounted at a path, the rest alone is the request's.
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

/** The refusal of a method at a path that others are answered at; null for any other request. */
export function methodNotAllowed(req: Request): ApiError | null {
  const methods = allowedMethods(req);
  if (methods.length === 0 || methods.includes(req.method)) return null;
  const allow = methods.join(', ');
  return new ApiError('METHOD_NOT_ALLOWED', `This path answers ${allow}.`, {
    headers: { Allow: allow },
  });
}

/** Middleware: answers `OPTIONS` (RFC 9110, section 9.3.7), within the rate limit. */
export function answerOptions(req: Request, res: Response, next: NextFunction): void {
  const methods = req.method === 'OPTIONS' ? allowedMethods(req) : [];
  if (methods.length === 0) return next();
  const error = rateLimitError(res);
  if (error) return next(error);
  res.status(204).set('Allow', methods.join(', ')).end();
}

/** A path that does not decode matches nothing. */
function matches(layer: Layer, path: string): boolean {
  try {
    return Boolean(layer.match(path));
  } catch {
    return false;
  }
}
