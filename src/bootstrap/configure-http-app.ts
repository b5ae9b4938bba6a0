import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Config } from '../config/types.js';
import { Metrics } from '../engine/metrics/metrics.js';
import { checkOrigin } from '../security/origin/check-origin.js';
import { RequestCounter } from '../security/rate/request-counter.js';
import { securityHeaders } from '../security/security-headers.js';
import { ApiError } from '../http/errors/api-error.js';
import { serveErrorPages } from '../http/pages/error-pages.js';
import { answerMalformedRequests } from '../http/responses/malformed-requests.js';
import { measureRequests } from '../http/requests/measure-requests.js';
import { answerOptions } from '../http/routes/allowed-methods.js';
import { setupOpenApi } from '../http/openapi/setup-openapi.js';
import { API_PREFIX, apiPath, isApiPath, isOwnPath, isProbePath, ROOT_PATHS } from '../http/routes/paths.js';
import { rateLimitError } from '../http/requests/rate-limit-state.js';
import { requestId } from '../http/requests/request-id.js';
import { serveSchemas } from '../http/pages/serve-schemas.js';

/**
 * Proxies keep idle connections for up to a minute. With Node's five seconds this side would close
 * one just as a request comes in over it, which the client sees as a reset connection.
 */
const KEEP_ALIVE_MS = 65_000;
/** Whoever sends slower holds a connection for nothing: a body has a mebibyte at most. */
const HEADERS_MS = 20_000;
const REQUEST_MS = 60_000;

/**
 * Lays out a request's way to its handler (docs/security.md says why in this order). Call it before
 * `app.listen`, on an app created with `ApiAdapter` and `bodyParser: false`.
 *
 * Here: id -> headers -> count -> origin. Then, by the guards of `SecurityModule`: key -> CSRF token
 * -> rate limit -> body. Then, by `HttpModule`: validation -> handler.
 */
export function configureHttpApp(app: NestExpressApplication, config: Config): void {
  app.disable('x-powered-by');
  // Bodies carry the request id, so a tag over the body never matches; features set their own.
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.server.trustedProxies);
  const server = app.getHttpServer();
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  // Node refuses expectations it does not know, past every header of ours; they may be ignored
  // as well (RFC 9110, section 10.1.1).
  server.on('checkExpectation', (req, res) => server.emit('request', req, res));
  answerMalformedRequests(server, config);

  app.use(
    inOrder(
      requestId,
      dropPrefix(config.server.pathPrefix),
      measureRequests(app.get(Metrics)),
      securityHeaders(config),
      app.get(RequestCounter).middleware,
      checkOrigin(config),
      rootPathsToApi,
      limitPages,
      answerOptions,
    ),
  );
  const express = app.getHttpAdapter().getInstance();
  serveErrorPages(express, config);
  serveSchemas(express);
  setupOpenApi(app, config);
  app.use(nothingElseHere);
  app.setGlobalPrefix(API_PREFIX);
}

/** Steps as one middleware: to Express each is a route to match, which adds up over every request. */
function inOrder(...steps: readonly RequestHandler[]): RequestHandler {
  return (req, res, next) => {
    const run = (index: number, error?: unknown): void => {
      const step = error ? undefined : steps[index];
      if (step) void step(req, res, (failed?: unknown) => run(index + 1, failed));
      else next(error);
    };
    run(0);
  };
}

/** `/health` and its like are the same routes as those of the API. */
function rootPathsToApi(req: Request, _res: Response, next: NextFunction): void {
  if (ROOT_PATHS.includes(req.path)) req.url = apiPath(req.url);
  next();
}

/** Pages have no guards: their limit is checked here. Those of the API wait for `RateGuard`. */
function limitPages(req: Request, res: Response, next: NextFunction): void {
  const error = isApiPath(req.path) || isProbePath(req.path) ? null : rateLimitError(res);
  next(error ?? undefined);
}

function nothingElseHere(req: Request, _res: Response, next: NextFunction): void {
  next(isApiPath(req.path) ? undefined : new ApiError('NOT_FOUND', 'No page has this address.'));
}

/**
 * Takes requests of a proxy that passes the path of the public address on. One that strips it is known
 * by what is left, which the service has itself.
 */
function dropPrefix(prefix: string) {
  return (req: Request, _res: Response, next: NextFunction): void => {
    const { path } = req;
    const within = prefix !== '' && (path === prefix || path.startsWith(`${prefix}/`));
    if (within && !isOwnPath(path)) req.url = req.url.slice(prefix.length).replace(/^(?!\/)/, '/');
    next();
  };
}
