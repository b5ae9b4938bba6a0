import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyConfig, type BusboyInstance } from '@fastify/busboy';
import { ApiError } from '../../http/errors/api-error.js';
import type { ReceivedFile } from './receive-file.js';

/** A file of a form, and the name to show. */
export interface UploadForm {
  readonly file: ReceivedFile;
  /** From the field `name`, or from the part of the file. Null: neither has one. */
  readonly name: string | null;
}

/** Bounds on everything besides the content of the file. */
const LIMITS: BusboyConfig['limits'] = {
  files: 1,
  fields: 8,
  parts: 10,
  fieldNameSize: 100,
  fieldSize: 4_096,
  headerPairs: 20,
  headerSize: 8_192,
};
/**
 * How long a parser has for what it got, apart from the time in which the file is stored: that may take long while
 * caches give way. Some damaged forms make a parser wait for more, for ever.
 */
const STALL_MS = 10_000;
const FIELDS: ReadonlySet<string> = new Set(['name']);
const NO_FILE =
  'Expected a part with a file. Name the part "file", or give it a file name, as with `curl -F file=@clip.mp4`.';
const INCOMPLETE =
  'The form is incomplete, or its parts do not begin with the boundary of its `Content-Type`.';

/**
 * Reads a form with one file, in any order of its parts. A part counts as the file if it has a file name, a media
 * type that is not text, or the name `file`: some tools leave out the rest.
 *
 * @param receive stores the content of the file as it arrives
 * @throws ApiError VALIDATION_ERROR; what `body` and `receive` throw
 */
export async function readForm(
  headers: IncomingHttpHeaders,
  body: AsyncIterable<Buffer>,
  receive: (content: AsyncIterable<Buffer>) => Promise<ReceivedFile>,
  stallMs = STALL_MS,
): Promise<UploadForm> {
  const parser = openParser(headers);
  const stop = new AbortController();
  const reading = new FormReading(receive, (error) => stop.abort(error));
  reading.listen(parser);
  try {
    const all = withEnd(body, boundaryOf(headers));
    await parse(all, parser, { signal: stop.signal, reading, stallMs });
  } catch (error) {
    await reading.stop();
    if (stop.signal.aborted) throw stop.signal.reason as Error;
    throw error instanceof ApiError ? error : invalid(INCOMPLETE, error);
  }
  return reading.result();
}

function openParser(headers: IncomingHttpHeaders): BusboyInstance {
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
      limits: LIMITS,
      isPartAFile: (name, type, fileName) =>
        fileName !== undefined || name === 'file' || (type !== undefined && type !== 'text/plain'),
    });
  } catch (error) {
    throw invalid('The `Content-Type` of the form has no boundary.', error);
  }
}

/** What parses a form, and what ends that early. */
interface Parsing {
  readonly signal: AbortSignal;
  readonly reading: FormReading;
  readonly stallMs: number;
}

/**
 * Gives a form to the parser, and reads it to its end. A parser may finish before: at the last boundary, or at one
 * that only looks like it. `stream.pipeline` waits for ever then.
 *
 * @throws the error of the body or the parser, the reason of `signal`, or an error if the parser waits for more
 */
async function parse(
  body: AsyncIterable<Buffer>,
  parser: BusboyInstance,
  { signal, reading, stallMs }: Parsing,
): Promise<void> {
  const failed = new Promise<never>((_resolve, reject) => {
    parser.on('error', reject);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  failed.catch(() => {});
  const finished = once(parser, 'finish');
  finished.catch(() => {});
  const chunks = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([chunks.next(), failed]);
      if (next.done) break;
      const written = new Promise((resolve) => parser.write(next.value, resolve));
      await unlessStalled(stallMs, reading, Promise.race([written, finished, failed]));
    }
    parser.end();
    await unlessStalled(stallMs, reading, Promise.race([finished, failed]));
  } finally {
    // Not awaited: it waits for a chunk, which may never come.
    chunks.return?.()?.catch(() => {});
  }
}

/** Fails if nothing happens for so long: the file is not being stored, and no part of it arrives. */
async function unlessStalled(
  stallMs: number,
  reading: FormReading,
  parsing: Promise<unknown>,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let seen = reading.chunks;
  const stalled = new Promise<never>((_resolve, reject) => {
    timer = setInterval(() => {
      if (!reading.isStoring && reading.chunks === seen) reject(new Error('The form has no end.'));
      seen = reading.chunks;
    }, stallMs);
  });
  try {
    await Promise.race([parsing, stalled]);
  } finally {
    clearInterval(timer);
  }
}

/**
 * Fails if a form ends without its last boundary. The parser does not always notice, and would wait for ever.
 *
 * @throws ApiError VALIDATION_ERROR
 */
async function* withEnd(body: AsyncIterable<Buffer>, boundary: string): AsyncGenerator<Buffer> {
  const end = Buffer.from(`\r\n--${boundary}--`);
  // The first boundary needs no line before it.
  let tail: Buffer = Buffer.from('\r\n');
  let isFound = false;
  for await (const chunk of body) {
    if (!isFound) {
      const seen = Buffer.concat([tail, chunk]);
      isFound = seen.includes(end);
      tail = seen.subarray(-end.length);
    }
    yield chunk;
  }
  if (!isFound) throw invalid(INCOMPLETE);
}

/** The boundary, as the parser reads it. */
function boundaryOf(headers: IncomingHttpHeaders): string {
  const type = headers['content-type'] ?? '';
  const parameter = /;\s*boundary=(?:"([^"]*)"|([^;]*))/i.exec(type);
  return (parameter?.[1] ?? parameter?.[2] ?? '').trim();
}

/** What comes before, between, and after the parts counts as well. @throws the error of `tooLarge` */
export async function* atMost(
  maxBytes: number,
  body: AsyncIterable<Buffer>,
  tooLarge: () => Error,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge();
    yield chunk;
  }
}

/** What has been read of a form. */
class FormReading {
  /** The chunks of the file that were given on. */
  chunks = 0;
  /** Whether the file is being stored, instead of waited for. */
  isStoring = false;
  private receiving: Promise<ReceivedFile> | null = null;
  private content: Readable | null = null;
  private fileName: string | null = null;
  private name: string | null = null;

  constructor(
    private readonly receive: (content: AsyncIterable<Buffer>) => Promise<ReceivedFile>,
    private readonly fail: (error: Error) => void,
  ) {}

  listen(parser: BusboyInstance): void {
    const refuse = (message: string) => () => this.fail(invalid(message));
    parser.on('file', (_field, content, fileName) => this.takeFile(content, fileName));
    parser.on('field', (name, value, _nameCut, valueCut) => this.takeField(name, value, valueCut));
    parser.on('filesLimit', refuse('Expected one file. Send a request for each file.'));
    parser.on('fieldsLimit', refuse('The form has too many fields.'));
    parser.on('partsLimit', refuse('The form has too many parts.'));
  }

  /** Ends the file, which the parser would leave open. Resolves when nothing is written any longer. */
  async stop(): Promise<void> {
    this.content?.destroy(invalid(INCOMPLETE));
    await this.receiving?.catch(() => {});
  }

  async result(): Promise<UploadForm> {
    if (this.receiving === null) throw invalid(NO_FILE);
    return { file: await this.receiving, name: this.name ?? this.fileName };
  }

  private takeFile(content: Readable, fileName: string | undefined): void {
    this.fileName = fileName ?? null;
    this.content = content;
    let cut: unknown = null;
    // The parser only tells of the error; without this, whoever reads the file would wait for ever.
    content.on('error', (error) => {
      cut ??= error;
      content.destroy(error);
    });
    this.isStoring = true;
    this.receiving = this.receive(this.watched(content));
    this.receiving.catch((error: Error) =>
      this.fail(error === cut ? invalid(INCOMPLETE, error) : error),
    );
  }

  private async *watched(content: Readable): AsyncGenerator<Buffer> {
    this.isStoring = false;
    for await (const chunk of content as AsyncIterable<Buffer>) {
      this.chunks++;
      this.isStoring = true;
      yield chunk;
      this.isStoring = false;
    }
  }

  private takeField(name: string, value: string, isCut: boolean): void {
    if (!FIELDS.has(name)) {
      const message = `The form has an unknown field ${JSON.stringify(name)}. Known fields: file, name.`;
      this.fail(invalid(message));
    } else if (isCut) this.fail(invalid('The field "name" is too long.'));
    else this.name = value;
  }
}

function invalid(message: string, cause?: unknown): ApiError {
  return new ApiError('VALIDATION_ERROR', message, { errors: [{ pointer: '', message }], cause });
}
