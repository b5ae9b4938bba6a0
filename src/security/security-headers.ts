import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '../config/types.js';
import { isApiPath } from '../http/routes/paths.js';

/** An answer of the API is data: a browser that shows it as a page may load nothing. */
const DATA_POLICY = {
  defaultSrc: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'none'"],
  baseUri: ["'none'"],
};

/** Pages load their own files only. Swagger UI needs inline styles and images as data URLs. */
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

/** Middleware: helmet's headers with a policy for data and one for pages. */
export function securityHeaders(config: Config) {
  const https = config.server.publicUrl?.startsWith('https:') ?? false;
  const withPolicy = (directives: Record<string, string[]>) =>
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives },
      // Only an address that is really served over https may bind browsers to https, and only itself.
      strictTransportSecurity: https ? { includeSubDomains: false } : false,
      referrerPolicy: { policy: 'no-referrer' },
    });
  const forData = headersOf(withPolicy(DATA_POLICY));
  // Answers differ by key; a feature whose answer may be kept says so itself.
  forData.push(['Cache-Control', 'no-store']);
  const forPages = headersOf(withPolicy(PAGE_POLICY));
  return (req: Request, res: Response, next: NextFunction): void => {
    for (const [name, value] of isApiPath(req.path) ? forData : forPages)
      res.setHeader(name, value);
    next();
  };
}

/** What helmet sets; the same for every request, so it is asked once. */
function headersOf(helmetMiddleware: ReturnType<typeof helmet>): [string, string][] {
  const res = new ServerResponse(new IncomingMessage(new Socket()));
  helmetMiddleware(res.req, res, () => undefined);
  return Object.entries(res.getHeaders()).map(([name, value]) => [name, String(value)]);
}
