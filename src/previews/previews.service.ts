import { once } from 'node:events';
import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { JobFailure } from '../core/job/job-failure.js';
import { AssetStore } from '../engine/assets/asset-store.js';
import { JsonText } from '../engine/jobs/json-text.js';
import type { Identity } from '../http/access/access.js';
import { ApiError } from '../http/errors/api-error.js';
import { jobFailureError } from '../http/errors/job-failure-error.js';
import { endBodyWork } from '../http/validation/body-budget.js';
import { JsonBodyPipe } from '../http/validation/json-body.pipe.js';
import { Shutdown } from '../http/requests/shutdown.js';
import type { PreviewCall, PreviewMaker, PreviewPart } from '../pipeline/previews/preview-call.js';
import { PreviewMakerLost } from '../pipeline/previews/preview-call.js';
import type {
  DraftOptions,
  DraftStart,
  PreviewInput,
  Still,
  StillOptions,
} from '../pipeline/previews/preview-input.js';
import type { TimelineDescription } from '../pipeline/previews/timeline-description.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { type VideoRequest, videoRequest } from '../submissions/video-request.js';
import type { ValidationDto } from './validation.dto.js';
import { toValidationDto } from './validation-response.js';
import { NoPreviewPlace, PreviewPlaces } from './preview-places.js';

/** Injection token of the `PreviewMaker`. */
export const PREVIEW_MAKER = Symbol('PREVIEW_MAKER');

const requestPipe = new JsonBodyPipe(videoRequest);
const RETRY_AFTER = { 'Retry-After': '2' };
/**
 * The longest time until an answer begins, in which sources are fetched. With the wait for a place, it is shorter than the
 * time after which the server ends a connection on which nothing happens.
 */
const ANSWER_MS = 90_000;
/** The longest time of a draft, from its first bytes. */
const DRAFT_MS = 300_000;

/** A client that takes nothing of a draft for so long loses its place. */
const STALLED_MS = 20_000;

/** Checks configs, and makes stills, drafts, and timelines of them. Nothing is stored. */
@Injectable()
export class PreviewsService {
  private readonly places: PreviewPlaces;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'previews'>,
    private readonly submissions: SubmissionsService,
    private readonly assets: AssetStore,
    private readonly shutdown: Shutdown,
    @Inject(PREVIEW_MAKER) private readonly maker: PreviewMaker,
  ) {
    this.places = new PreviewPlaces(Math.max(1, config.previews));
  }

  /** Checks a request for a video. There are no issues if `POST /videos` would accept it. */
  async validate(body: unknown, key: Identity): Promise<ValidationDto> {
    try {
      const request = requestPipe.transform(body);
      const described = await this.submissions.describe(request, key);
      return toValidationDto(described, 'config' in request ? '' : '/template');
    } catch (error) {
      const isInvalid = error instanceof ApiError && error.code === 'VALIDATION_ERROR';
      if (!isInvalid) throw error;
      return { valid: false, issues: error.errors, warnings: [], estimate: null };
    }
  }

  /** @throws ApiError as `still` */
  async timeline(
    request: VideoRequest,
    peaksPerSecond: number,
    { key, res }: Client,
  ): Promise<TimelineDescription> {
    const input = await this.inputOf(request, { key, res });
    return this.one({ kind: 'timeline', input, peaksPerSecond }, res);
  }

  /** @throws ApiError VALIDATION_ERROR, the codes of failed jobs, RATE_LIMIT_EXCEEDED, SERVICE_UNAVAILABLE */
  async still(request: VideoRequest, options: StillOptions, { key, res }: Client): Promise<Still> {
    const input = await this.inputOf(request, { key, res });
    return this.one({ kind: 'still', input, options }, res);
  }

  /**
   * Sends a draft as it is made.
   *
   * @throws ApiError as `still`, before the first byte; afterwards, the connection ends
   */
  async draft(request: VideoRequest, options: DraftOptions, { key, res }: Client): Promise<void> {
    const input = await this.inputOf(request, { key, res });
    await this.inPlace({ kind: 'draft', input, options }, res, async (parts, limit, signal) => {
      for await (const part of parts) {
        if (part instanceof Uint8Array) await write(res, part, signal);
        else {
          begin(res, part as DraftStart);
          limit.set(DRAFT_MS);
        }
      }
      res.end();
    });
  }

  private one<T extends PreviewPart>(call: PreviewCall, res: Response): Promise<T> {
    return this.inPlace(call, res, async (parts) => {
      const { value } = await parts.next();
      await parts.return(undefined);
      return value as T;
    });
  }

  private async inPlace<T>(
    call: PreviewCall,
    res: Response,
    use: (parts: AsyncGenerator<PreviewPart>, limit: TimeLimit, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const gone = goneSignal(res);
    const { signal: stops } = this.shutdown;
    try {
      return await this.places.run(call.input.keyId, AbortSignal.any([gone, stops]), async () => {
        const limit = new TimeLimit();
        limit.set(ANSWER_MS);
        const signal = AbortSignal.any([gone, stops, limit.signal]);
        try {
          return await use(this.maker.run(call, signal), limit, signal);
        } finally {
          limit.clear();
        }
      });
    } catch (error) {
      if (stops.aborted) throw unavailable('The service stops.', error);
      throw toPreviewError(error);
    }
  }

  private async inputOf(request: VideoRequest, { key, res }: Client): Promise<PreviewInput> {
    if (this.config.previews === 0) {
      throw new ApiError('NOT_FOUND', 'Previews are turned off by VIDEOCRAFT_PREVIEWS.');
    }
    const { config, assets } = await this.submissions.resolve(request, key);
    // Slow sources must not hold the places in which other large requests are checked.
    endBodyWork(res);
    return {
      keyId: key.id,
      config: config instanceof JsonText ? (JSON.parse(config.text) as unknown) : config,
      assets: await this.assets.objectsOf(assets, key.id),
    };
  }
}

/** Who wants a preview, and the response to it. */
export interface Client {
  readonly key: Identity;
  readonly res: Response;
}

/** Ends a preview that takes too long. */
class TimeLimit {
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout | null = null;

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Replaces the time that is left. */
  set(ms: number): void {
    this.clear();
    const message = `The preview takes longer than ${ms / 1000} s.`;
    const end = () => this.controller.abort(new JobFailure('RENDER_TIMEOUT', message));
    this.timer = setTimeout(end, ms);
  }

  clear(): void {
    if (this.timer !== null) clearTimeout(this.timer);
  }
}

/** Aborted when the client has left, which it may have done while its request was checked. */
function goneSignal(res: Response): AbortSignal {
  const gone = new AbortController();
  // With this code, nothing is logged.
  const leave = () =>
    gone.abort(Object.assign(new Error('The client is gone.'), { code: 'ECONNABORTED' }));
  if (res.closed || res.destroyed) leave();
  else res.once('close', leave);
  return gone.signal;
}

function begin(res: Response, { codecs, from, to }: DraftStart): void {
  res
    .status(200)
    .type('video/mp4')
    .set({
      'Content-Type': `video/mp4; codecs="${codecs}"`,
      'X-Start-Seconds': String(from),
      'X-End-Seconds': String(to),
    });
  res.flushHeaders();
}

async function write(res: Response, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (res.write(bytes)) return;
  const stall = new TimeLimit();
  stall.set(STALLED_MS);
  const ends = AbortSignal.any([signal, stall.signal]);
  try {
    await once(res, 'drain', { signal: ends });
  } catch (error) {
    ends.throwIfAborted();
    throw error;
  } finally {
    stall.clear();
  }
}

function unavailable(details: string, cause: unknown): ApiError {
  return new ApiError('SERVICE_UNAVAILABLE', details, { headers: RETRY_AFTER, cause });
}

function toPreviewError(error: unknown): unknown {
  if (error instanceof JobFailure) return jobFailureError(error);
  if (error instanceof NoPreviewPlace) {
    if (!error.isOwn) return unavailable('Too many previews are in work.', error);
    const details = 'Your key has too many previews in work.';
    return new ApiError('RATE_LIMIT_EXCEEDED', details, { headers: RETRY_AFTER, cause: error });
  }
  if (error instanceof PreviewMakerLost) {
    return unavailable('The process that makes previews ended.', error);
  }
  return error;
}
