import {
  type ClientRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request as httpRequest,
  type RequestOptions,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { Connections } from './connections.js';
import { FetchProblem, NoPublicHost } from './fetch-problem.js';
import { proxyAuthorization, proxyPlace } from './proxies.js';
import { isPublic, type Route } from './vet-address.js';
import { formatSeconds } from '../../core/sources/format-amounts.js';

/** If a host has several addresses, the delay before the next one is tried (RFC 8305). */
const NEXT_ADDRESS_MS = 1_000;
/** The wait for an answer to a whole file, which a server or a proxy may first check, copy, or send on. */
const STORED_MS = 300_000;
/** What this takes longer for a large file. Slow disks copy ten times as fast. */
const STORED_MS_PER_GIB = 240_000;
const GIB = 2 ** 30;

export interface Timeouts {
  readonly connectMs: number;
  /** Maximum time without data, also before the response headers. */
  readonly idleMs: number;
}

/** A body that is read while it is sent. */
export interface StreamedBody {
  readonly stream: Readable;
  readonly bytes: number;
}

export interface Message {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'MKCOL' | 'MOVE';
  readonly headers: OutgoingHttpHeaders;
  readonly body?: Buffer | StreamedBody;
  /** The size of the file that the server stores or moves before it answers. That of a streamed body is known. */
  readonly storedBytes?: number;
}

export interface ExchangeOptions extends Timeouts {
  readonly connections: Connections;
  /** Aborts the request at any point. */
  readonly signal: AbortSignal;
}

/**
 * Sends one request along a vetted route and waits for the response headers. Uses the `http` client of Node,
 * because undici 7 can end the process with an assertion when a server closes the connection while the body
 * is read slowly.
 *
 * @returns the response, whose body is not read yet
 * @throws FetchProblem, and connection errors of Node
 */
export function exchange(
  route: Route,
  message: Message,
  options: ExchangeOptions,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = openRequest(route, message, options);
    let wait = setTimeout(() => {}, 0);
    const within = (ms: number, late: FetchProblem) => {
      clearTimeout(wait);
      wait = setTimeout(() => request.destroy(late), ms);
    };
    const refuseForbidden = (socket: Socket) => {
      if (isForbiddenPeer(socket, route)) request.destroy(new NoPublicHost('private'));
    };
    const storedMs = Math.max(options.idleMs, storingMs(message));
    let answerMs = isStreamed(message.body) ? options.idleMs : storedMs;
    let isConnected = false;
    const awaitAnswer = () => {
      if (isConnected) within(answerMs, noAnswer(answerMs));
    };
    const connected = (socket: Socket) => {
      refuseForbidden(socket);
      isConnected = true;
      awaitAnswer();
    };
    request.once('socket', (socket) => {
      if (!isConnecting(socket)) return connected(socket);
      within(options.connectMs, noConnection(options.connectMs));
      socket.once('connect', () => refuseForbidden(socket));
      socket.once(isTls(route) ? 'secureConnect' : 'connect', () => connected(socket));
    });
    request.once('response', (response) => {
      clearTimeout(wait);
      resolve(response);
    });
    // Node emits no response for an upgrade (RFC 9110, section 15.2.2).
    request.once('upgrade', ({ statusCode }, socket) => {
      socket.destroy();
      reject(unexpectedUpgrade(statusCode!));
    });
    request.on('error', reject);
    request.once('close', () => {
      clearTimeout(wait);
      reject(new FetchProblem('SOURCE_NOT_FOUND', CLOSED, { isTransient: true }));
    });
    sendBody(request, message.body, {
      onProgress: awaitAnswer,
      onSent: () => {
        answerMs = storedMs;
        awaitAnswer();
      },
    });
  });
}

function isStreamed(body: Message['body']): body is StreamedBody {
  return body !== undefined && !Buffer.isBuffer(body);
}

/** How long a server may take for a file that it has. 0: the request is not about a file. */
function storingMs({ body, storedBytes }: Message): number {
  const bytes = storedBytes ?? (isStreamed(body) ? body.bytes : null);
  return bytes === null ? 0 : STORED_MS + (bytes / GIB) * STORED_MS_PER_GIB;
}

interface BodyListeners {
  /** Called while a stream is sent, which may take longer than the wait for an answer. */
  readonly onProgress: () => void;
  /** Called when all of a stream is sent. */
  readonly onSent: () => void;
}

function sendBody(
  request: ClientRequest,
  body: Message['body'],
  { onProgress, onSent }: BodyListeners,
): void {
  if (!isStreamed(body)) {
    request.end(body);
    return;
  }
  const { stream } = body;
  stream.once('error', (error) => request.destroy(error));
  request.once('close', () => stream.destroy());
  request.on('drain', onProgress);
  stream.once('end', onSent);
  stream.pipe(request);
}

function unexpectedUpgrade(statusCode: number): FetchProblem {
  return new FetchProblem('SOURCE_NOT_FOUND', `The server responded with status ${statusCode}.`);
}

const CLOSED = 'The host closed the connection before it responded.';

function noConnection(ms: number): FetchProblem {
  const sentence = `The connection to the host timed out after ${formatSeconds(ms)}.`;
  return new FetchProblem('SOURCE_TIMEOUT', sentence, { isTransient: true });
}

function noAnswer(ms: number): FetchProblem {
  const sentence = `The server did not respond within ${formatSeconds(ms)}.`;
  return new FetchProblem('SOURCE_TIMEOUT', sentence, { isTransient: true });
}

function openRequest(
  { url, addresses, proxy }: Route,
  { method, headers, body }: Message,
  { connections, signal }: ExchangeOptions,
): ClientRequest {
  const bytes = Buffer.isBuffer(body) ? body.length : body?.bytes;
  const length = bytes === undefined ? {} : { 'content-length': bytes };
  const options: RequestOptions = {
    method,
    signal,
    agent: connections.agentFor(url, proxy),
    headers: { ...headers, ...length },
  };
  if (proxy && url.protocol === 'http:') {
    const { request, ...place } = proxyPlace(proxy);
    return request({
      ...options,
      ...place,
      // In a request to a proxy, the path is the whole address (RFC 9112, section 3.2.2).
      path: url.href,
      headers: { ...headers, ...length, host: url.host, ...proxyAuthorization(proxy) },
    });
  }
  const direct = {
    ...options,
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS,
    ...(proxy ? {} : { lookup: lookupOf(addresses) }),
  };
  return (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, direct);
}

/** Resolves to the vetted addresses, even if the DNS records have changed since. */
function lookupOf(addresses: Route['addresses']): NonNullable<RequestOptions['lookup']> {
  return (_host, { all }, done) => {
    if (all) done(null, [...addresses]);
    else done(null, addresses[0]!.address, addresses[0]!.family);
  };
}

/** Checks the connected peer as well, independently of DNS and of earlier uses of the connection. */
function isForbiddenPeer({ remoteAddress }: Socket, { trusted, proxy }: Route): boolean {
  return !trusted && proxy === null && remoteAddress !== undefined && !isPublic(remoteAddress);
}

function isTls({ url, proxy }: Route): boolean {
  return (proxy && url.protocol === 'http:' ? proxy : url).protocol === 'https:';
}

function isConnecting(socket: Socket & { secureConnecting?: boolean }): boolean {
  return socket.connecting || socket.secureConnecting === true;
}
