import { ConnectionError } from './errors.js';
import {
  type ApiRequest,
  type OpenResponse,
  toConnectionError,
  type Transport,
} from './transport.js';
import { sleep } from './deadline.js';

/** How often a download continues without having received anything in between. */
const MAX_BREAKS = 5;

/** A file that is being downloaded. Read it once, in one of the ways. */
export interface Download {
  /** The bytes, as they arrive. A broken connection is continued where it ended. */
  readonly stream: ReadableStream<Uint8Array>;
  /** The size in bytes, if the service said it. */
  readonly size: number | null;
  readonly contentType: string;
  /** The name that the service gave the file. */
  readonly fileName: string | null;
  readonly headers: Headers;
  /** Reads everything into memory. */
  bytes(): Promise<Uint8Array>;
  /** Reads everything into a blob, for example for `URL.createObjectURL`. */
  blob(): Promise<Blob>;
}

/** Downloads a file. The file is complete, or the stream has an error. */
export async function download(transport: Transport, request: ApiRequest): Promise<Download> {
  const open = await transport.open(request);
  const { headers } = open.response;
  const length = headers.get('content-length');
  const size = length === null || headers.has('content-encoding') ? null : Number(length);
  const stream = new Continued(transport, request, open, size).stream();
  const contentType = headers.get('content-type') ?? 'application/octet-stream';
  const blob = () => new Response(stream, { headers: { 'Content-Type': contentType } }).blob();
  return {
    stream,
    size,
    contentType,
    headers,
    fileName: nameIn(headers.get('content-disposition')),
    blob,
    bytes: async () => new Uint8Array(await (await blob()).arrayBuffer()),
  };
}

/** The body of a response, and of those that continue it. */
class Continued {
  private received = 0;
  private breaks = 0;
  private reader: ReadableStreamDefaultReader<Uint8Array>;
  private readonly tag: string | null;

  constructor(
    private readonly transport: Transport,
    private readonly request: ApiRequest,
    private current: OpenResponse,
    private readonly size: number | null,
  ) {
    this.reader = readerOf(current.response);
    const tag = current.response.headers.get('etag');
    // Only a strong tag says that the bytes are the same.
    this.tag = tag !== null && !tag.startsWith('W/') ? tag : null;
  }

  stream(): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const chunk = await this.next();
          if (chunk === null) controller.close();
          else controller.enqueue(chunk);
        },
        // The connection is of no more use, because the rest of the file would have to pass.
        cancel: () => this.current.deadline.abort(),
      },
      { highWaterMark: 0 },
    );
  }

  private async next(): Promise<Uint8Array | null> {
    for (;;) {
      try {
        // While the reader of the stream is busy, nothing has to arrive.
        this.current.deadline.extend();
        const { done, value } = await this.reader.read();
        if (!done) return this.take(value);
        if (this.size === null || this.received === this.size) return this.finish();
        throw new ConnectionError(`Received ${this.received} of ${this.size} bytes.`);
      } catch (error) {
        const cause = toConnectionError(error, this.current.deadline.signal);
        this.current.deadline.end();
        await this.continue(cause);
      }
    }
  }

  private take(chunk: Uint8Array): Uint8Array {
    this.received += chunk.length;
    this.breaks = 0;
    // Whoever reads the stream can be slow.
    this.current.deadline.pause();
    return chunk;
  }

  private finish(): null {
    this.current.deadline.end();
    return null;
  }

  /** @throws what broke the connection, if the rest cannot be had */
  private async continue(cause: unknown): Promise<void> {
    const { signal } = this.request;
    if (signal?.aborted || this.tag === null || ++this.breaks > MAX_BREAKS) throw cause;
    await sleep(500 * 2 ** (this.breaks - 1), signal);
    this.current = await this.transport.open({
      ...this.request,
      headers: {
        ...this.request.headers,
        Range: `bytes=${this.received}-`,
        'If-Range': this.tag,
      },
    });
    this.reader = readerOf(this.current.response);
    const { status, headers } = this.current.response;
    const range = headers.get('content-range') ?? '';
    if (status === 206 && range.startsWith(`bytes ${this.received}-`)) return;
    this.current.deadline.end();
    await this.reader.cancel();
    throw cause;
  }
}

function readerOf(response: Response): ReadableStreamDefaultReader<Uint8Array> {
  return (response.body ?? new ReadableStream<Uint8Array>({ start: (c) => c.close() })).getReader();
}

/** The file name of `Content-Disposition` (RFC 6266), without folders. */
function nameIn(header: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(header ?? '')?.[1];
  const name = encoded === undefined ? plain : decode(encoded);
  return name?.replaceAll(/[/\\]/g, '_') ?? null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
