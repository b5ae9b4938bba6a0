import type { NextFunction, Request, Response } from 'express';
import type { Config } from '../../config/types.js';
import { ApiError } from '../../http/errors/api-error.js';
import { allowedMethods } from '../../http/routes/allowed-methods.js';
import { isOwnOrigin, originsOf } from './allowed-origins.js';

const ALLOWED_METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
const ALLOWED_HEADERS = [
  'Authorization',
  'Content-Type',
  'X-CSRF-Token',
  'X-Request-ID',
  'Idempotency-Key',
  'Range',
  'If-Range',
  'If-Match',
  'If-None-Match',
  'If-Modified-Since',
  'If-Unmodified-Since',
  'Last-Event-ID',
  'Cache-Control',
  // Of the Model Context Protocol.
  'MCP-Protocol-Version',
  'Mcp-Method',
  'Mcp-Name',
  'Tus-Resumable',
  'Upload-Length',
  'Upload-Metadata',
  'Upload-Offset',
  'Upload-Checksum',
].join(', ');
const EXPOSED_HEADERS = [
  'X-Request-ID',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Reset',
  'Retry-After',
  'Location',
  'ETag',
  'Last-Modified',
  'Accept-Ranges',
  'Content-Range',
  'Content-Disposition',
  'Idempotent-Replayed',
  'Tus-Resumable',
  'Tus-Version',
  'Tus-Extension',
  'Tus-Max-Size',
  'Tus-Checksum-Algorithm',
  'Upload-Offset',
  'Upload-Length',
  'Upload-Metadata',
  'Upload-Expires',
  'X-Asset-ID',
  'Allow',
  'WWW-Authenticate',
].join(', ');

/**
 * Middleware that rejects a request from a web page of a foreign origin before any handler runs, and
 * answers the preflight requests of allowed origins. (For a foreign origin, the `cors` package only omits
 * its headers, and the handler still runs.) It rejects nothing without `Origin`, because no web page sent
 * the request.
 *
 * It compares origins as text, so an origin that only resembles an entry is rejected.
 */
export function checkOrigin(config: Config) {
  const allowed = originsOf(config.security.allowedDomains);
  return (req: Request, res: Response, next: NextFunction): void => {
    res.vary('Origin');
    const { origin } = req.headers;
    if (origin === undefined || isOwnOrigin(origin, req, config.server)) return next();
    if (!allowed.has(origin)) {
      return next(
        new ApiError(
          'CORS_ORIGIN_REJECTED',
          'The origin of this request is not an allowed domain of the service.',
        ),
      );
    }
    res.setHeader('Access-Control-Allow-Origin', origin);
    res.setHeader('Access-Control-Expose-Headers', EXPOSED_HEADERS);
    if (req.method !== 'OPTIONS' || !req.headers['access-control-request-method']) return next();
    const methods = allowedMethods(req);
    if (methods.length > 0) res.setHeader('Allow', methods.join(', '));
    res.setHeader('Access-Control-Allow-Methods', ALLOWED_METHODS);
    res.setHeader('Access-Control-Allow-Headers', ALLOWED_HEADERS);
    res.setHeader('Access-Control-Max-Age', String(config.server.corsMaxAgeSeconds));
    res.status(204).end();
  };
}
