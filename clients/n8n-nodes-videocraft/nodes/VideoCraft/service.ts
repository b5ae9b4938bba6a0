import { randomUUID } from 'node:crypto';
import {
  type IDataObject,
  type IExecuteFunctions,
  type IHttpRequestMethods,
  type IHttpRequestOptions,
  type IN8nHttpFullResponse,
  type JsonObject,
  NodeApiError,
  sleep,
} from 'n8n-workflow';

/** A request to the API. */
export interface ApiCall {
  readonly method: IHttpRequestMethods;
  /** The path under `/api/v1`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: IDataObject | Buffer;
  readonly stream?: boolean;
  /** Whether a repetition does no harm. */
  readonly isRepeatable?: boolean;
}

const ATTEMPTS = 5;
const FIRST_DELAY_MS = 500;
/** A longer `Retry-After` fails the node, which can be repeated by its settings. */
const LONGEST_DELAY_MS = 60_000;
const PASSING = new Set([429, 502, 503, 504]);

/** The error of n8n's HTTP client, as far as it is known. */
interface HttpError {
  readonly message?: string;
  readonly httpCode?: string | number;
  readonly status?: number;
  readonly statusCode?: number;
  readonly response?: {
    readonly status?: number;
    readonly statusCode?: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly data?: unknown;
    readonly body?: unknown;
  };
  readonly cause?: HttpError;
  /** n8n keeps the JSON of a response here. */
  readonly context?: { readonly data?: unknown };
}

/** The service, as one run of the node uses it. */
export class Service {
  private token: string | null = null;

  private constructor(
    private readonly node: IExecuteFunctions,
    private readonly api: string,
  ) {}

  static async open(node: IExecuteFunctions): Promise<Service> {
    const { baseUrl } = await node.getCredentials<{ baseUrl: string }>('videoCraftApi');
    const base = baseUrl.replace(/\/+$/, '').replace(/\/api\/v1$/, '');
    return new Service(node, `${base}/api/v1`);
  }

  /** The `data` of a response. @param item the item that the request is for */
  async json(call: ApiCall, item: number): Promise<IDataObject> {
    const { body } = await this.send(call, item);
    return (body as unknown as { data: IDataObject }).data;
  }

  /** Creates one job, however often the request is sent. */
  create(path: string, body: IDataObject, item: number): Promise<IDataObject> {
    const headers = { 'Idempotency-Key': randomUUID() };
    return this.json({ method: 'POST', path, headers, body, isRepeatable: true }, item);
  }

  /** Sends a request, and repeats it if that helps. @throws NodeApiError */
  async send(call: ApiCall, item: number): Promise<IN8nHttpFullResponse> {
    let hasNewToken = false;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(call);
      } catch (error) {
        const failure = await this.explain(error as HttpError, call);
        if (/^CSRF_TOKEN_/.test(failure.code) && !hasNewToken) {
          hasNewToken = true;
          this.token = null;
          continue;
        }
        const delay = failure.delayMs ?? FIRST_DELAY_MS * 2 ** attempt;
        const isOver = attempt >= ATTEMPTS || delay > LONGEST_DELAY_MS;
        if (isOver || !canRepeat(call, failure)) throw this.error(failure, item);
        await sleep(delay);
      }
    }
  }

  private async attempt(call: ApiCall): Promise<IN8nHttpFullResponse> {
    const { method, path, body, stream = false } = call;
    const isJson = body !== undefined && !Buffer.isBuffer(body);
    const options: IHttpRequestOptions = {
      method,
      url: this.api + path,
      headers: {
        Accept: stream ? '*/*' : 'application/json',
        ...call.headers,
        ...(method === 'GET' || method === 'HEAD'
          ? {}
          : { 'X-CSRF-Token': await this.csrfToken() }),
      },
      ...(body === undefined ? {} : { body }),
      json: isJson || (!stream && body === undefined),
      ...(stream ? { encoding: 'stream' } : {}),
      returnFullResponse: true,
    };
    return (await this.node.helpers.httpRequestWithAuthentication.call(
      this.node,
      'videoCraftApi',
      options,
    )) as IN8nHttpFullResponse;
  }

  private async csrfToken(): Promise<string> {
    if (this.token !== null) return this.token;
    const url = `${this.api}/csrf-token`;
    const answer = (await this.node.helpers.httpRequest({ method: 'GET', url, json: true })) as {
      csrf_token: string;
    };
    this.token = answer.csrf_token;
    return this.token;
  }

  /** The body of a refused download is a stream, so that it is asked for again. */
  private async explain(error: HttpError, call: ApiCall): Promise<Failure> {
    const failure = describe(error);
    const isRefusal = failure.status !== null && failure.status >= 400 && failure.status < 500;
    if (!call.stream || failure.code !== '' || !isRefusal) return failure;
    try {
      await this.attempt({ ...call, stream: false, headers: { Range: 'bytes=0-0' } });
      return failure;
    } catch (repeated) {
      return describe(repeated as HttpError);
    }
  }

  /** n8n ignores a message for an error that it has wrapped already, so this is a new one. */
  private error({ title, details, status }: Failure, itemIndex: number): NodeApiError {
    const response: JsonObject = { message: title, description: details };
    return new NodeApiError(this.node.getNode(), response, {
      message: title,
      ...(details === '' ? {} : { description: details }),
      ...(status === null ? {} : { httpCode: String(status) }),
      itemIndex,
    });
  }
}

interface Failure {
  readonly status: number | null;
  readonly code: string;
  readonly title: string;
  readonly details: string;
  /** What `Retry-After` asks for. */
  readonly delayMs: number | null;
}

/** What the service says about a failure. n8n wraps the error of its HTTP client. */
function describe(error: HttpError): Failure {
  const response = error.response ?? error.cause?.response;
  const given = response?.status ?? response?.statusCode ?? error.httpCode ?? error.statusCode;
  const status = Number(given ?? error.status ?? Number.NaN);
  const body = objectOf(error.context?.data ?? response?.data ?? response?.body);
  const code = typeof body['code'] === 'string' ? body['code'] : '';
  const seconds = Number(response?.headers?.['retry-after'] ?? Number.NaN);
  return {
    status: Number.isNaN(status) ? null : status,
    code,
    title: code === '' ? (error.message ?? 'The service cannot be reached') : String(body['error']),
    details: code === '' ? '' : `${String(body['details'])} (${code})`,
    delayMs: Number.isNaN(seconds) ? null : seconds * 1000,
  };
}

function objectOf(value: unknown): Record<string, unknown> {
  const text = Buffer.isBuffer(value) ? value.toString() : value;
  if (typeof text !== 'string') return (text ?? {}) as Record<string, unknown>;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** A request that may have been carried out is repeated only if that does no harm. */
function canRepeat({ method, isRepeatable }: ApiCall, { status, delayMs }: Failure): boolean {
  const harmless = isRepeatable ?? (method !== 'POST' && method !== 'PATCH');
  if (status === 429) return delayMs !== null;
  return (status === null || PASSING.has(status)) && harmless;
}
