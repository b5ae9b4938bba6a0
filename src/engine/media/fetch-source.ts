import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Agent, request, type Dispatcher } from 'undici';
import { JobFailure } from '../../core/errors/job-failure.js';
import type { Config } from '../../config/types.js';
import { BlockedAddress, vetAddress, type Vetted } from './vet-address.js';

const MAX_REDIRECTS = 3;

/**
 * Downloads an address into a file. Every hop is vetted before it is connected to, and only the
 * vetted addresses are connected to, so that a name that changes its answer gains nothing.
 *
 * @throws JobFailure SOURCE_BLOCKED, SOURCE_NOT_FOUND, SOURCE_TOO_LARGE or SOURCE_TIMEOUT
 */
export async function fetchSource(
  src: string,
  file: string,
  { limits, pointer, signal }: { limits: Config['sources']; pointer: string; signal: AbortSignal },
): Promise<void> {
  const timeout = AbortSignal.timeout(limits.totalTimeoutMs);
  const either = AbortSignal.any([signal, timeout]);
  try {
    let next = src;
    for (let hop = 0; ; hop++) {
      const vetted = await vetAddress(next, limits.allowedHosts);
      const redirect = await download(vetted, file, limits, either, pointer);
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
  { url, addresses }: Vetted,
  file: string,
  limits: Config['sources'],
  signal: AbortSignal,
  pointer: string,
): Promise<string | null> {
  const dispatcher = new Agent({
    connect: {
      timeout: limits.connectTimeoutMs,
      lookup: (_host, options, done) => {
        if (options.all) done(null, [...addresses]);
        else done(null, addresses[0]?.address ?? '', addresses[0]?.family);
      },
    },
    headersTimeout: limits.idleTimeoutMs,
    bodyTimeout: limits.idleTimeoutMs,
  });
  try {
    const response = await request(url, {
      dispatcher,
      signal,
      headers: { 'accept-encoding': 'identity', 'user-agent': 'VideoCraft' },
    });
    return await receive(response, file, limits.maxBytes, signal, pointer);
  } finally {
    await dispatcher.destroy();
  }
}

async function receive(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  file: string,
  maxBytes: number,
  signal: AbortSignal,
  pointer: string,
): Promise<string | null> {
  const location = headers['location'];
  if (statusCode >= 300 && statusCode < 400 && typeof location === 'string') {
    body.on('error', () => {}).destroy();
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
  if (refusal) {
    body.on('error', () => {}).destroy();
    throw refusal;
  }
  let received = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      if (received > maxBytes) done(tooLarge);
      else done(null, chunk);
    },
  });
  await pipeline(body, counted, createWriteStream(file), { signal });
  return null;
}

function asFailure(error: unknown, timedOut: boolean, pointer: string): JobFailure {
  if (error instanceof JobFailure) return error;
  if (error instanceof BlockedAddress) {
    return new JobFailure('SOURCE_BLOCKED', error.message, pointer);
  }
  const code = (error as { code?: string }).code ?? '';
  if (code === 'ENOSPC') {
    return new JobFailure('STORAGE_FULL', 'There is no space left to store the source.', pointer);
  }
  if (timedOut || code.includes('TIMEOUT')) {
    return new JobFailure('SOURCE_TIMEOUT', 'The source did not arrive in time.', pointer);
  }
  return new JobFailure('SOURCE_NOT_FOUND', 'The source could not be fetched.', pointer, {
    cause: error,
  });
}
