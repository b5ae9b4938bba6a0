import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { describeUploads } from '../assets/uploads/describe-protocol.js';
import type { Config } from '../config/types.js';
import { FontCatalog } from '../engine/fonts/font-catalog.js';
import { Metrics } from '../engine/metrics/metrics.js';
import { checkOrigin } from '../security/origin/check-origin.js';
import { limitConnections } from '../security/rate/limit-connections.js';
import { RequestCounter } from '../security/rate/request-counter.js';
import { securityHeaders } from '../security/security-headers.js';
import { ApiError } from '../http/errors/api-error.js';
import { serveErrorPages } from '../http/pages/error-pages.js';
import { serveGuide } from '../http/pages/guide-pages.js';
import { answerMalformedRequests } from '../http/responses/malformed-requests.js';
import { closeUnreadBodies } from '../http/requests/close-unread-bodies.js';
import { continueWhenRead } from '../http/requests/long-bodies.js';
import { measureRequests } from '../http/requests/measure-requests.js';
import { answerOptions } from '../http/routes/allowed-methods.js';
import { setupOpenApi } from '../http/openapi/setup-openapi.js';
import {
  API_PREFIX,
  apiPath,
  isApiPath,
  isOwnPath,
  isProbePath,
  ROOT_PATHS,
} from '../http/routes/paths.js';
import { rateLimitError } from '../http/requests/rate-limit-state.js';
import { requestId } from '../http/requests/request-id.js';
import { serveSchemas } from '../http/pages/serve-schemas.js';
import { serveStudio } from '../http/pages/serve-studio.js';

/**
 * Proxies keep idle connections for up to a minute. With Node's default of 5 s, the service could close
 * a connection just as a request arrives on it, which the client sees as a connection reset.
 */
const KEEP_ALIVE_MS = 65_000;
/** Slower clients would only occupy a connection: a body has at most 1 MiB. Uploads have limits of their own. */
const HEADERS_MS = 20_000;
const REQUEST_MS = 60_000;
/** A client that reads nothing of a response for so long only occupies a connection. Streams have a heartbeat. */
const STALL_MS = 120_000;

/**
 * Sets up the steps of a request before its handler (docs/security.md gives the reasons for the order).
 * Call it before `app.listen`, on an app created with `ApiAdapter` and `bodyParser: false`.
 *
 * The middleware here: ID -> headers -> count -> origin -> rate limit. Then the guards of `RequestGuardsModule`:
 * key -> CSRF token -> body. Then `HttpModule`: validation -> handler.
 */
export function configureHttpApp(app: NestExpressApplication, config: Config): void {
  app.disable('x-powered-by');
  // Every body contains the request ID, so Express's ETag would never match. Routes set their own.
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.server.trustedProxies);
  const server = app.getHttpServer();
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  server.timeout = STALL_MS;
  const { maxConnections, maxConnectionsPerAddress, trustedProxies } = config.server;
  limitConnections(server, {
    total: maxConnections,
    perAddress: trustedProxies > 0 ? null : maxConnectionsPerAddress,
  });
  closeUnreadBodies(server);
  continueWhenRead(server);
  // Node rejects unknown expectations without the headers of the service. A server may also ignore
  // them (RFC 9110, section 10.1.1).
  server.on('checkExpectation', (req, res) => server.emit('request', req, res));
  answerMalformedRequests(server, config);

  app.use(
    composeMiddleware(
      requestId,
      stripPathPrefix(config.server.pathPrefix),
      measureRequests(app.get(Metrics)),
      securityHeaders(config),
      app.get(RequestCounter).middleware,
      checkOrigin(config),
      rewriteRootPaths,
      enforceRateLimit,
      describeUploads(config),
      answerOptions,
    ),
  );
  const express = app.getHttpAdapter().getInstance();
  serveErrorPages(express, config);
  serveGuide(express, config);
  // Looked up when it is needed, because fonts are loaded with the other modules.
  serveSchemas(express, () => app.get(FontCatalog, { strict: false }).families());
  serveStudio(express, config);
  setupOpenApi(app, config);
  app.use(pageNotFound);
  app.setGlobalPrefix(API_PREFIX);
}

/** Combines middleware into one, because Express matches each registered one against every request. */
function composeMiddleware(...steps: readonly RequestHandler[]): RequestHandler {
  return (req, res, next) => {
    const run = (index: number, error?: unknown): void => {
      const step = error ? undefined : steps[index];
      if (step) void step(req, res, (failed?: unknown) => run(index + 1, failed));
      else next(error);
    };
    run(0);
  };
}

/** Serves `/health` and the other root paths with the routes of the API. */
function rewriteRootPaths(req: Request, _res: Response, next: NextFunction): void {
  if (ROOT_PATHS.includes(req.path)) req.url = apiPath(req.url);
  next();
}

/**
 * Rejects a client that exceeded its limit, by the count of `RequestCounter`, before anything is looked
 * up for it. A probe that fails during a flood would cause the restart of a healthy process.
 */
function enforceRateLimit(req: Request, res: Response, next: NextFunction): void {
  next((isProbePath(req.path) ? null : rateLimitError(res)) ?? undefined);
}

function pageNotFound(req: Request, _res: Response, next: NextFunction): void {
  next(isApiPath(req.path) ? undefined : new ApiError('NOT_FOUND', 'No page has this address.'));
}

/**
 * Removes the path of the public URL, for proxies that pass it on. If a proxy strips it, the remaining
 * path is one that the service has.
 */
function stripPathPrefix(prefix: string) {
  return (req: Request, _res: Response, next: NextFunction): void => {
    const { path } = req;
    const hasPrefix = prefix !== '' && (path === prefix || path.startsWith(`${prefix}/`));
    if (hasPrefix && !isOwnPath(path))
      req.url = req.url.slice(prefix.length).replace(/^(?!\/)/, '/');
    next();
  };
}
