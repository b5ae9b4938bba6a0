import { createHmac } from 'node:crypto';
import csurf from 'csurf';
import type { NextFunction, Request, Response } from 'express';

const HOUR_MS = 3_600_000;

/** Another machine whose clock is ahead may already create tokens for the next hour. */
const CLOCK_SKEW_MS = 120_000;

/** The request that csurf gets. It never sees the real one, its session, or its cookies. */
interface CsurfRequest {
  readonly method: string;
  readonly session: { readonly csrfSecret: string };
  readonly token?: string;
  csrfToken?: () => string;
}

const middleware = csurf({
  sessionKey: 'session',
  value: (req) => (req as unknown as CsurfRequest).token!,
});

export interface CsrfToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * CSRF tokens without a session. csurf uses a secret that is derived from the secret of the service and
 * the hour, so all processes of the service accept each other's tokens. Tokens of the previous hour are
 * valid too: a token is valid for one to two hours.
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
    return { token: req.csrfToken!(), expiresAt: new Date((hour + 2) * HOUR_MS) };
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

/** Runs csurf, which calls back synchronously. True if it accepts the request. */
function run(req: CsurfRequest): boolean {
  let passed = false;
  const next: NextFunction = (error?: unknown) => {
    passed = error === undefined;
  };
  void middleware(req as unknown as Request, {} as Response, next);
  return passed;
}
