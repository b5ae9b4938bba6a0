import type { Readable, Writable } from 'node:stream';
import { HtmlError } from './html-error.js';

/** A picture of 64 MB in base64, and what surrounds it. */
const MOST_MESSAGE_BYTES = 128 << 20;
const END = 0;

/** What the browser tells by itself. */
export interface BrowserEvent {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The page that it is about. */
  readonly sessionId: string | undefined;
}

interface Answer {
  readonly resolve: (result: Readonly<Record<string, unknown>>) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Speaks the Chrome DevTools Protocol with a browser through two pipes: JSON messages, each with a NUL after it.
 * https://chromedevtools.github.io/devtools-protocol/
 */
export class BrowserConnection {
  private readonly answers = new Map<number, Answer>();
  private readonly listeners = new Set<(event: BrowserEvent) => void>();
  private chunks: Buffer[] = [];
  private bytes = 0;
  private lastId = 0;
  private failure: Error | null = null;

  constructor(
    private readonly input: Writable,
    output: Readable,
  ) {
    output.on('data', (chunk: Buffer) => this.read(chunk));
    output.once('error', () => this.end());
    output.once('close', () => this.end());
    output.once('end', () => this.end());
  }

  /** @throws HtmlError if the browser is gone, or refuses */
  send(
    method: string,
    params: Readonly<Record<string, unknown>> = {},
    sessionId?: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    if (this.failure !== null) return Promise.reject(this.failure);
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.answers.set(id, { resolve, reject });
      this.input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** @returns what ends it */
  listen(listener: (event: BrowserEvent) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private read(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(END); end !== -1; end = rest.indexOf(END)) {
      const message = Buffer.concat([...this.chunks, rest.subarray(0, end)]).toString('utf8');
      this.chunks = [];
      this.bytes = 0;
      rest = rest.subarray(end + 1);
      this.take(message);
    }
    this.bytes += rest.length;
    if (this.bytes > MOST_MESSAGE_BYTES) this.end();
    else this.chunks.push(rest);
  }

  private take(text: string): void {
    const message = JSON.parse(text) as {
      readonly id?: number;
      readonly error?: { readonly message: string };
      readonly result?: Readonly<Record<string, unknown>>;
    } & BrowserEvent;
    if (message.id === undefined) {
      for (const listener of this.listeners) listener(message);
      return;
    }
    const answer = this.answers.get(message.id);
    this.answers.delete(message.id);
    if (message.error) {
      const cause = new Error(message.error.message);
      answer?.reject(new HtmlError('The browser cannot draw the page.', { cause }));
    } else answer?.resolve(message.result ?? {});
  }

  private end(): void {
    this.failure ??= new HtmlError('The browser ended before it had drawn the page.');
    for (const { reject } of this.answers.values()) reject(this.failure);
    this.answers.clear();
  }
}
