import { createHmac } from 'node:crypto';
import csurf from 'csurf';
import type { NextFunction, Request, Response } from 'express';

const HOUR_MS = 3_600_000;

/** Processes on several machines: a clock that is a little ahead may make a token of its next hour. */
const CLOCK_SKEW_MS = 120_000;

/** What csurf reads of a request. It gets this and never the real one: no session, no cookie. */
interface CsurfRequest {
  readonly method: string;
  readonly session: { readonly csrfSecret: string };
  readonly token?: string;
  csrfToken?: () => string;
}

const middleware = csurf({
  sessionKey: 'session',
  value: (req) => (req as unknown as CsurfRequest).token ?? '',
});

export interface CsrfToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * CSRF tokens without a session: csurf works over a secret that derives from the service's own
 * secret and the hour, so every process of the service makes and accepts the same ones. The hour
 * before is accepted too: a token serves for one to two hours.
 */
export class CsrfTokens {
  constructor(
    private readonly secret: string,
    private readonly now: () => number = Date.now,
  ) {}

  create(): CsrfToken {
    const hour = Math.floor(this.now() / HOUR_MS);
    const req: CsurfRequest = { method: 'GET', session: this.session(hour) };
    run(req);
    if (!req.csrfToken) throw new Error('csurf made no token');
    return { token: req.csrfToken(), expiresAt: new Date((hour + 2) * HOUR_MS) };
  }

  verify(token: string): boolean {
    const now = this.now();
    const hours = [now, now - HOUR_MS, now + CLOCK_SKEW_MS].map((ms) => Math.floor(ms / HOUR_MS));
    return [...new Set(hours)].some((hour) =>
      run({ method: 'POST', session: this.session(hour), token }),
    );
  }

  private session(hour: number): CsurfRequest['session'] {
    return { csrfSecret: createHmac('sha256', this.secret).update(`csrf ${hour}`).digest('hex') };
  }
}

/** Runs csurf, which calls back at once; true when it lets the request pass. */
function run(req: CsurfRequest): boolean {
  let passed = false;
  const next: NextFunction = (error?: unknown) => {
    passed = error === undefined;
  };
  void middleware(req as unknown as Request, {} as Response, next);
  return passed;
}
