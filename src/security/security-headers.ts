import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '../config/types.js';
import { storeOrigin } from './store-origin.js';
import { isApiPath, isStudioPath } from '../http/routes/paths.js';

/** API responses are data: a browser that displays one as a page may load nothing. */
const DATA_POLICY = {
  defaultSrc: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'none'"],
  baseUri: ["'none'"],
};

/** Pages load only files of the service. Swagger UI needs inline styles and images as data URLs. */
const PAGE_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  mediaSrc: ["'self'", 'blob:'],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
  baseUri: ["'self'"],
};

/** The studio has neither inline scripts nor inline styles. It shows videos and pictures that it has fetched, as blobs. */
const STUDIO_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  mediaSrc: ["'self'", 'blob:'],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  frameAncestors: ["'none'"],
  formAction: ["'none'"],
  baseUri: ["'self'"],
};

/** Downloads may be redirected to the store, from which the studio then plays videos and saves files. */
function studioPolicy(config: Config): Record<string, string[]> {
  const origin = storeOrigin(config);
  if (origin === null) return STUDIO_POLICY;
  const { imgSrc, mediaSrc, connectSrc } = STUDIO_POLICY;
  return {
    ...STUDIO_POLICY,
    imgSrc: [...imgSrc, origin],
    mediaSrc: [...mediaSrc, origin],
    connectSrc: [...connectSrc, origin],
  };
}

/** Middleware that sets helmet's headers, with a policy each for data, for pages, and for the studio. */
export function securityHeaders(config: Config) {
  const https = config.server.publicUrl?.startsWith('https:') ?? false;
  const withPolicy = (directives: Record<string, string[]>) =>
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives },
      // Only a URL that is served over https may commit browsers to https, and only for its own host.
      strictTransportSecurity: https ? { includeSubDomains: false } : false,
      referrerPolicy: { policy: 'no-referrer' },
    });
  const forData = headersOf(withPolicy(DATA_POLICY));
  // Responses depend on the key. Routes whose responses may be cached override this.
  forData.push(['Cache-Control', 'no-store']);
  const forPages = headersOf(withPolicy(PAGE_POLICY));
  const forStudio = headersOf(withPolicy(studioPolicy(config)));
  const headersFor = (path: string) =>
    isApiPath(path) ? forData : isStudioPath(path) ? forStudio : forPages;
  return (req: Request, res: Response, next: NextFunction): void => {
    for (const [name, value] of headersFor(req.path)) res.setHeader(name, value);
    next();
  };
}

/** The headers that helmet sets. They are the same for all requests, so they are computed once. */
function headersOf(helmetMiddleware: ReturnType<typeof helmet>): [string, string][] {
  const res = new ServerResponse(new IncomingMessage(new Socket()));
  helmetMiddleware(res.req, res, () => undefined);
  return Object.entries(res.getHeaders()).map(([name, value]) => [name, String(value)]);
}
