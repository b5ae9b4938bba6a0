import { open } from 'node:fs/promises';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { formatBytes, formatProgress, formatSeconds } from '../../core/sources/format-amounts.js';
import { decodedBody } from './decoded-body.js';
import type { OutboundResponse } from './outbound-client.js';
import { contentRangeOf, isWholeRange } from './content-range.js';
import { codeOf } from './to-fetch-problem.js';
import { FetchProblem } from './fetch-problem.js';
import { statusProblem } from './status-problem.js';

export interface ReceiveLimits {
  readonly maxBytes: number;
  readonly idleMs: number;
  /** Called with the number of received bytes. */
  readonly onBytes?: (bytes: number) => void;
}

/** Error codes of Node for a body that ends early. */
const CONNECTION_LOST: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'ERR_STREAM_PREMATURE_CLOSE',
  'Z_BUF_ERROR',
  'HPE_INVALID_EOF_STATE',
  'ETIMEDOUT',
]);

/** A file that is received in one or more responses, each of which resumes where the last one ended. */
export class PartFile {
  /** Bytes received so far. */
  bytes = 0;
  /** Total size, if the server sends it. */
  private total: number | null = null;
  /** Identifies this version of the content, for `If-Range`. Null: the download cannot be resumed. */
  private validator: string | null = null;

  constructor(
    private readonly path: string,
    private readonly limits: ReceiveLimits,
  ) {}

  /** Requests the missing part, if the content has not changed (RFC 9110, section 13.1.5). */
  headers(): Record<string, string> {
    if (this.bytes === 0 || this.validator === null) return {};
    return { range: `bytes=${this.bytes}-`, 'if-range': this.validator };
  }

  /** The received amount for messages. */
  get amount(): string {
    return formatProgress(this.bytes, this.total);
  }

  /**
   * Stores the body of a response. A whole body restarts the file, and a part is appended.
   *
   * @param requestHeaders the headers of the request
   * @throws FetchProblem, and errors of the file system
   */
  async receive(
    { response, url }: OutboundResponse,
    requestHeaders: Record<string, string>,
  ): Promise<void> {
    const wantsPart = requestHeaders['range'] !== undefined;
    const kind = kindOf(response, wantsPart);
    if (kind === 'part') this.continueWith(response);
    else if (kind === 'whole') this.begin(response);
    else {
      response.destroy();
      if (response.statusCode !== 416 || !wantsPart) {
        throw statusProblem(response, url, Date.now());
      }
      this.reset();
      throw unusablePart('The server does not have the requested part of the source.');
    }
    await this.write(response);
  }

  private begin(response: IncomingMessage): void {
    const { headers } = response;
    const length = headers['content-length'];
    const packed = headers['content-encoding'] !== undefined;
    this.reset();
    this.total = length === undefined || packed ? null : Number(length);
    this.validator = packed ? null : validatorOf(response);
    this.refuseLarge(Number(length ?? 0));
  }

  private continueWith(response: IncomingMessage): void {
    const { headers } = response;
    const range = contentRangeOf(headers);
    const whole = range?.whole ?? this.total;
    const length = headers['content-length'];
    const fits =
      range !== null &&
      range.first === this.bytes &&
      // Without a total size, the last part cannot be recognized.
      whole !== null &&
      whole === (this.total ?? whole) &&
      (length === undefined || Number(length) === range.last - range.first + 1) &&
      headers['content-encoding'] === undefined &&
      isOfContent(headers, this.validator);
    if (fits) {
      this.total = whole;
      this.refuseLarge(whole);
      return;
    }
    response.destroy();
    this.reset();
    throw unusablePart('The server sent a different part of the source than requested.');
  }

  private async write(response: IncomingMessage): Promise<void> {
    const { idleMs, maxBytes, onBytes } = this.limits;
    const file = await open(this.path, this.bytes === 0 ? 'w' : 'a');
    try {
      const onSilence = () => response.destroy(this.stalled());
      for await (const chunk of decodedBody(response, { idleMs, onSilence })) {
        this.refuseLarge(this.bytes + chunk.length);
        await file.appendFile(chunk);
        this.bytes += chunk.length;
        onBytes?.(Math.min(this.bytes, maxBytes));
      }
    } catch (error) {
      throw CONNECTION_LOST.has(codeOf(error)) ? this.cutShort(error) : error;
    } finally {
      await file.close();
    }
    if (this.total !== null && this.bytes < this.total) throw this.cutShort();
  }

  private reset(): void {
    this.bytes = 0;
    this.total = null;
    this.validator = null;
  }

  private refuseLarge(bytes: number): void {
    const { maxBytes } = this.limits;
    if (bytes <= maxBytes) return;
    throw new FetchProblem(
      'SOURCE_TOO_LARGE',
      `The source is larger than ${maxBytes} bytes, the limit of the service.`,
    );
  }

  private stalled(): FetchProblem {
    const after = this.bytes === 0 ? 'at the start' : `after ${formatBytes(this.bytes)}`;
    const seconds = formatSeconds(this.limits.idleMs);
    const sentence = `The download stalled ${after}: no data arrived for ${seconds}.`;
    return new FetchProblem('SOURCE_TIMEOUT', sentence, { isTransient: true });
  }

  private cutShort(cause?: unknown): FetchProblem {
    const sentence =
      codeOf(cause) === 'Z_BUF_ERROR'
        ? `The compressed source ends early, after ${this.amount}.`
        : `The host sent ${this.amount}, then closed the connection.`;
    return new FetchProblem('SOURCE_NOT_FOUND', sentence, { isTransient: true, cause });
  }
}

/**
 * The content of a response according to its status and `Content-Range`. Some servers send a part with status
 * 200, and some send the whole with status 206.
 */
function kindOf(
  { statusCode, headers }: IncomingMessage,
  wantsPart: boolean,
): 'whole' | 'part' | 'nothing' {
  if (statusCode !== 200 && statusCode !== 203 && statusCode !== 206) return 'nothing';
  const range = contentRangeOf(headers);
  if (range === null ? statusCode !== 206 : isWholeRange(range)) return 'whole';
  return wantsPart ? 'part' : 'nothing';
}

/** False if the headers of a response contradict the validator. */
function isOfContent(headers: IncomingHttpHeaders, validator: string | null): boolean {
  const own = validator?.startsWith('"') ? headers.etag : headers['last-modified'];
  return own === undefined || own === validator;
}

/** The problem of an unusable response to a request for a part. The next request is for the whole. */
function unusablePart(sentence: string): FetchProblem {
  return new FetchProblem('SOURCE_NOT_FOUND', sentence, { isTransient: true });
}

/**
 * A strong validator: a strong `ETag`, or a `Last-Modified` that is at least a second older than the response
 * (RFC 9110, section 8.8.2.2).
 */
function validatorOf({ headers }: IncomingMessage): string | null {
  const { etag, date, 'last-modified': modified } = headers;
  if (headers['accept-ranges']?.trim().toLowerCase() === 'none') return null;
  if (etag !== undefined) return /^"[\x21\x23-\x7e]*"$/.test(etag) ? etag : null;
  const age = Date.parse(date ?? '') - Date.parse(modified ?? '');
  return modified !== undefined && age >= 1_000 ? modified : null;
}
