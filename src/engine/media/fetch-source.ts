import { createWriteStream } from 'node:fs';
import { type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { JobFailure } from '../../core/errors/job-failure.js';
import type { Config } from '../../config/types.js';
import { BlockedAddress, vetAddress, type Vetted } from './vet-address.js';

const MAX_REDIRECTS = 3;

export interface FetchOptions {
  readonly limits: Config['sources'];
  /** Where in a project the address stands; null: it is not of a project. */
  readonly pointer: string | null;
  readonly signal: AbortSignal;
  /** Told how many bytes have arrived, as they do. */
  readonly onBytes?: (received: number) => void;
}

/**
 * Downloads an address into a file. Every hop is vetted before it is connected to, and only the
 * vetted addresses are connected to, so that a name that changes its answer gains nothing.
 *
 * @throws JobFailure SOURCE_BLOCKED, SOURCE_NOT_FOUND, SOURCE_TOO_LARGE or SOURCE_TIMEOUT
 */
export async function fetchSource(
  src: string,
  file: string,
  { limits, pointer, signal, onBytes }: FetchOptions,
): Promise<void> {
  const timeout = AbortSignal.timeout(limits.totalTimeoutMs);
  const either = AbortSignal.any([signal, timeout]);
  try {
    let next = src;
    for (let hop = 0; ; hop++) {
      const vetted = await vetAddress(next, limits.allowedHosts);
      const redirect = await download(vetted, file, { limits, pointer, signal: either, onBytes });
      if (redirect === null) return;
      if (hop === MAX_REDIRECTS) throw new BlockedAddress('The address redirects too often.');
      next = new URL(redirect, vetted.url).href;
    }
  } catch (error) {
    if (signal.aborted) throw error;
    throw asFailure(error, timeout.aborted, pointer);
  }
}

/** Answers where a redirect leads, or null when the file is there. */
async function download(
  vetted: Vetted,
  file: string,
  options: FetchOptions,
): Promise<string | null> {
  const response = await connect(vetted, options.limits, options.signal);
  try {
    return await receive(response, file, options);
  } finally {
    response.destroy();
  }
}

/**
 * Sends the request to one of the vetted addresses. Node's own client, since undici 7 was seen to end
 * the process by an assertion when a server closes its connection while the body is read slowly.
 */
function connect(
  { url, addresses }: Vetted,
  limits: Config['sources'],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const options: RequestOptions = {
      agent: false,
      signal,
      headers: { 'accept-encoding': 'identity', 'user-agent': 'VideoCraft' },
      lookup: (_host, { all }, done) => {
        if (all) done(null, [...addresses]);
        else done(null, addresses[0]?.address ?? '', addresses[0]?.family);
      },
    };
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, resolve);
    const tooSlow = () => request.destroy(new SourceTimeout());
    const connecting = setTimeout(tooSlow, limits.connectTimeoutMs);
    request.once('socket', (socket) => {
      socket.once('connect', () => {
        clearTimeout(connecting);
        socket.setTimeout(limits.idleTimeoutMs, tooSlow);
        // Whatever the resolver or a proxy did: only a vetted address may be at the other end.
        if (!addresses.some(({ address }) => address === socket.remoteAddress)) {
          request.destroy(
            new BlockedAddress('The host of the address is not on the public internet.'),
          );
        }
      });
    });
    request.once('close', () => clearTimeout(connecting));
    request.once('error', reject);
    request.end();
  });
}

class SourceTimeout extends Error {}

async function receive(
  response: IncomingMessage,
  file: string,
  { limits: { maxBytes }, signal, pointer, onBytes }: FetchOptions,
): Promise<string | null> {
  const { statusCode = 0, headers } = response;
  const location = headers['location'];
  if (statusCode >= 300 && statusCode < 400 && typeof location === 'string') {
    return location;
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  const tooLarge = new JobFailure(
    'SOURCE_TOO_LARGE',
    `The source is larger than ${maxBytes} bytes.`,
    pointer,
  );
  let refusal: JobFailure | null = null;
  if (statusCode !== 200) {
    refusal = new JobFailure(
      'SOURCE_NOT_FOUND',
      `The server answered with status ${statusCode}.`,
      pointer,
    );
  } else if (encoding !== 'identity') {
    refusal = new JobFailure('SOURCE_BLOCKED', 'The server sends the source compressed.', pointer);
  } else if (Number(headers['content-length'] ?? 0) > maxBytes) refusal = tooLarge;
  if (refusal) throw refusal;
  let received = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      onBytes?.(received);
      if (received > maxBytes) done(tooLarge);
      else done(null, chunk);
    },
  });
  await pipeline(response, counted, createWriteStream(file), { signal });
  return null;
}

function asFailure(error: unknown, timedOut: boolean, pointer: string | null): JobFailure {
  if (error instanceof JobFailure) return error;
  if (error instanceof BlockedAddress) {
    return new JobFailure('SOURCE_BLOCKED', error.message, pointer);
  }
  const code = (error as { code?: string }).code ?? '';
  if (code === 'ENOSPC') {
    return new JobFailure('STORAGE_FULL', 'There is no space left to store the source.', pointer);
  }
  if (timedOut || error instanceof SourceTimeout || code.includes('TIMEOUT')) {
    return new JobFailure('SOURCE_TIMEOUT', 'The source did not arrive in time.', pointer);
  }
  return new JobFailure('SOURCE_NOT_FOUND', 'The source could not be fetched.', pointer, {
    cause: error,
  });
}
