import { Deadline, sleep } from './deadline.js';
import { ApiError, ConnectionError, toApiError, VideoCraftError } from './errors.js';
import { PassingToken } from './csrf-token.js';

/** Where the service is, and how to talk to it. */
export interface ClientOptions {
  /** An API key of the service. Null: the service asks for none. */
  readonly apiKey: string | null;
  /** Address of the service. The default is `http://localhost:3002`. */
  readonly baseUrl?: string | undefined;
  /** Limits the time in which nothing arrives, in milliseconds. The default is a minute. */
  readonly timeoutMs?: number | undefined;
  /** How often a request is repeated that a later attempt can answer. The default is 4. */
  readonly retries?: number | undefined;
  /** The longest time to wait before a repetition, in milliseconds. The default is a minute. */
  readonly maxRetryDelayMs?: number | undefined;
  /** Replaces the global `fetch`, for example to use a proxy. */
  readonly fetch?: typeof fetch | undefined;
  /** Headers for each request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A request to the API. */
export interface ApiRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | undefined;
  /** The path under `/api/v1`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. It must be possible to send it again. */
  readonly body?: NonNullable<RequestInit['body']> | undefined;
  /** Whether a repetition does no harm. The default is by method: anything but POST and PATCH. */
  readonly isRepeatable?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
}

/** A response whose body is still to be read. */
export interface OpenResponse {
  readonly response: Response;
  /** Extend it as the body arrives, and end it at its end. */
  readonly deadline: Deadline;
}

const API = '/api/v1';
const FIRST_DELAY_MS = 500;
/** What says that the service, or a proxy before it, could not work on the request now. */
const PASSING: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Sends requests, with the key, CSRF tokens, time limits, and repetitions. */
export class Transport {
  /** The address of the API, without a slash at the end. */
  readonly api: string;
  private readonly options: ClientOptions;
  private readonly fetch: typeof fetch;
  private readonly token: PassingToken;

  constructor(options: ClientOptions) {
    const { apiKey, baseUrl = 'http://localhost:3002', fetch: own = globalThis.fetch } = options;
    if (apiKey !== null && !/^[\x21-\x7e]+$/.test(apiKey ?? ''))
      throw new VideoCraftError('An API key is missing.');
    if (!/^https?:\/\//i.test(baseUrl)) {
      throw new VideoCraftError(`Expected an http or https address, but got ${baseUrl}.`);
    }
    const base = baseUrl.replace(/\/+$/, '');
    this.api = base.endsWith(API) ? base : base + API;
    this.options = options;
    // A browser's `fetch` must not be called as a method of another object.
    this.fetch = (input, init) => own(input, init);
    this.token = new PassingToken(async (signal) => {
      const answer = await this.json({ path: '/csrf-token', signal });
      return answer as { csrf_token: string; expires_in: number };
    });
  }

  /** The `data` of a response. */
  async json<T>(request: ApiRequest): Promise<T> {
    const { data } = await this.send(request, async ({ response }) => ({
      data: ((await response.json()) as { data: T }).data,
    }));
    return data;
  }

  /** Sends a request and reads the response within the time limit. */
  async send<T>(request: ApiRequest, read: (open: OpenResponse) => Promise<T>): Promise<T> {
    return this.repeat(request, async () => {
      const open = await this.attempt(request);
      try {
        return await read(open);
      } catch (error) {
        throw toConnectionError(error, open.deadline.signal);
      } finally {
        open.deadline.end();
      }
    });
  }

  /** Sends a request. The caller reads the response, and ends its deadline. */
  open(request: ApiRequest): Promise<OpenResponse> {
    return this.repeat(request, () => this.attempt(request));
  }

  private async repeat<T>(request: ApiRequest, run: () => Promise<T>): Promise<T> {
    const { retries = 4, maxRetryDelayMs = 60_000 } = this.options;
    let hasNewToken = false;
    for (let attempt = 0; ; attempt++) {
      try {
        return await run();
      } catch (error) {
        if (request.signal?.aborted) throw request.signal.reason;
        if (isStaleToken(error) && !hasNewToken) {
          hasNewToken = true;
          this.token.forget();
          continue;
        }
        const delay = delayBefore(attempt, error);
        const isOver = attempt >= retries || delay > maxRetryDelayMs;
        if (isOver || !canRepeat(request, error)) throw error;
        await sleep(delay, request.signal);
      }
    }
  }

  private async attempt(request: ApiRequest): Promise<OpenResponse> {
    const headers = await this.headersOf(request);
    const { timeoutMs = 60_000 } = this.options;
    const deadline = new Deadline(request.timeoutMs ?? timeoutMs, request.signal);
    try {
      const { method = 'GET', json, body } = request;
      const sent = json === undefined ? body : JSON.stringify(json);
      const response = await this.fetch(this.urlOf(request), {
        method,
        headers,
        signal: deadline.signal,
        ...(sent === undefined ? {} : { body: sent }),
      });
      if (!response.ok && response.status !== 304) throw await toApiError(response);
      return { response, deadline };
    } catch (error) {
      deadline.end();
      throw toConnectionError(error, deadline.signal);
    }
  }

  private urlOf({ path, query = {} }: ApiRequest): string {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) search.set(name, String(value));
    }
    return this.api + path + (search.size > 0 ? `?${search.toString()}` : '');
  }

  private async headersOf(request: ApiRequest): Promise<Record<string, string>> {
    const { method = 'GET', json, signal } = request;
    const { apiKey } = this.options;
    const changes = method !== 'GET' && method !== 'HEAD';
    return {
      Accept: 'application/json',
      ...this.options.headers,
      ...(apiKey === null ? {} : { Authorization: `Bearer ${apiKey}` }),
      ...(changes ? { 'X-CSRF-Token': await this.token.get(signal) } : {}),
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...request.headers,
    };
  }
}

function isStaleToken(error: unknown): boolean {
  return error instanceof ApiError && error.code.startsWith('CSRF_TOKEN_');
}

/** A request that may have been carried out is repeated only if that does no harm. */
function canRepeat(request: ApiRequest, error: unknown): boolean {
  const { method = 'GET', isRepeatable = method !== 'POST' && method !== 'PATCH' } = request;
  if (!(error instanceof ApiError)) return error instanceof VideoCraftError && isRepeatable;
  // The service says so before it does anything.
  if (error.status === 429 && error.retryAfterSeconds !== null) return true;
  return PASSING.has(error.status) && error.status !== 429 && isRepeatable;
}

/** Milliseconds until the next attempt: what the service asks for, or longer each time and never the same. */
function delayBefore(attempt: number, error: unknown): number {
  const asked = error instanceof ApiError ? error.retryAfterSeconds : null;
  const own = FIRST_DELAY_MS * 2 ** attempt * (0.75 + Math.random() / 2);
  return asked === null ? own : Math.max(asked * 1000, own);
}

/** What `fetch` throws says little without its cause. */
export function toConnectionError(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof VideoCraftError) return error;
  if (signal.aborted) return signal.reason as unknown;
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  const inner = (cause as Error | undefined)?.message;
  const text = `The service cannot be reached: ${message}${inner ? ` (${inner})` : ''}`;
  return new ConnectionError(text, { cause: error });
}
