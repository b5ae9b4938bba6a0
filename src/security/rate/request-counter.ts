import { Inject, Injectable } from '@nestjs/common';
import { InjectThrottlerStorage, type ThrottlerStorage } from '@nestjs/throttler';
import type { NextFunction, Request, Response } from 'express';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { setRateLimitState } from '../../http/requests/rate-limit-state.js';
import { isPreviewPath, isStudioPath } from '../../http/routes/paths.js';
import { clientAddress } from './client-address.js';

export const WINDOW_MS = 60_000;
export const THROTTLER_NAME = 'client';
const FILES_PER_PREVIEW = 10;

/**
 * Counts every request once, before anything can reject it, and sets the rate limit headers. It rejects
 * nothing itself: `configureHttpApp` does that, after the origin. (The throttler's own guard counts each
 * handler separately, reports the reset as a duration, and omits the headers from its 429.)
 *
 * `X-RateLimit-Limit` is the sustained rate. The burst comes on top of it, so `X-RateLimit-Remaining`
 * is 0 while a client uses the burst.
 */
@Injectable()
export class RequestCounter {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @InjectThrottlerStorage() private readonly storage: ThrottlerStorage,
  ) {}

  readonly middleware = (req: Request, res: Response, next: NextFunction): void => {
    this.count(req, res).then(() => next(), next);
  };

  private async count(req: Request, res: Response): Promise<void> {
    const { client, perMinute, burst } = this.budgetOf(req);
    const record = await this.storage.increment(
      client,
      WINDOW_MS,
      perMinute + burst,
      WINDOW_MS,
      THROTTLER_NAME,
    );
    res.setHeader('X-RateLimit-Limit', String(perMinute));
    res.setHeader('X-RateLimit-Remaining', String(Math.max(0, perMinute - record.totalHits)));
    res.setHeader('X-RateLimit-Reset', String(Math.ceil(Date.now() / 1000) + record.timeToExpire));
    setRateLimitState(res, {
      exceeded: record.isBlocked,
      retryAfterSeconds: record.timeToBlockExpire,
    });
  }

  /** Someone who looks through a video in the studio must not use up what a program needs, nor the reverse. */
  private budgetOf(req: Request): { client: string; perMinute: number; burst: number } {
    const { perMinute, burst, pagePerMinute } = this.config.rateLimit;
    const address = clientAddress(req);
    if (isPreviewPath(req.path)) {
      return { client: `previews ${address}`, perMinute: pagePerMinute, burst: 0 };
    }
    if (!isStudioPath(req.path)) return { client: address, perMinute, burst };
    // A page loads some dozens of files, which cost nothing else.
    return { client: `files ${address}`, perMinute: FILES_PER_PREVIEW * pagePerMinute, burst: 0 };
  }
}
