import type { Config } from '../../config/types.js';
import { directLinkOf } from '../../core/sources/share-links.js';
import { Connections, ProxyRefusal } from './connections.js';
import { toFetchProblem, isConnectionError } from './to-fetch-problem.js';
import { CookieJar } from './cookie-jar.js';
import { exchange, type Message } from './exchange.js';
import { BlockedAddress } from './fetch-problem.js';
import { proxyFor } from './proxies.js';
import { redirectLocationOf } from './redirect-location.js';
import { type Route, vetAddress } from './vet-address.js';
import type { IncomingMessage } from 'node:http';

const MAX_REDIRECTS = 10;

/** Bodies of redirects up to this size are read, so that the connection can be reused. */
const SMALL_BODY_BYTES = 65_536;
const DISCARD_MS = 250;

export type OutboundClientSettings = Pick<
  Config['sources'],
  'allowedHosts' | 'connectTimeoutMs' | 'idleTimeoutMs' | 'userAgent' | 'proxies'
>;

/** A response whose body is not read yet, and its address. */
export interface OutboundResponse {
  readonly response: IncomingMessage;
  readonly url: URL;
  /** Services whose share links were replaced by direct links. */
  readonly rewritten: readonly string[];
}

/**
 * The only HTTP client for outbound requests. It vets every address before it connects. It keeps connections
 * alive for one task, and `close` ends all of them.
 */
export class OutboundClient {
  private readonly connections: Connections;

  constructor(private readonly settings: OutboundClientSettings) {
    this.connections = new Connections(settings.connectTimeoutMs);
  }

  /** Sends a GET request and follows redirects. Each hop is vetted before a connection is made. Within the
   * chain, cookies are sent to the hosts that they are for. Hops share nothing else.
   *
   * @param headers headers of every hop
   * @throws FetchProblem, or the reason of the signal
   */
  async get(
    address: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<OutboundResponse> {
    const jar = new CookieJar();
    const rewritten: string[] = [];
    for (let next = address, hop = 0; ; hop++) {
      const direct = URL.canParse(next) ? directLinkOf(new URL(next)) : null;
      if (direct) rewritten.push(direct.service);
      const { response, url } = await this.hop(direct?.url ?? next, headers, jar, signal);
      const location = redirectLocationOf(response);
      if (location === null) return { response, url, rewritten };
      await discardBody(response);
      if (hop === MAX_REDIRECTS)
        throw new BlockedAddress(`The address redirects more than ${MAX_REDIRECTS} times.`);
      jar.store(url, response.headers['set-cookie'] ?? []);
      if (!URL.canParse(location, url)) {
        throw new BlockedAddress('The address redirects to an invalid address.');
      }
      next = new URL(location, url).href;
    }
  }

  private async hop(
    address: string,
    headers: Readonly<Record<string, string>>,
    jar: CookieJar,
    signal: AbortSignal,
  ): Promise<{ response: IncomingMessage; url: URL }> {
    try {
      const route = await this.vet(address, false, signal);
      const cookie = jar.headerFor(route.url);
      const sent = { ...headers, ...(cookie === null ? {} : { cookie }) };
      const response = await this.send(route, { method: 'GET', headers: sent }, signal).catch(
        (error: unknown) => Promise.reject(blameProxy(error, route)),
      );
      // For plain HTTP the proxy itself responds when its credentials are missing or wrong.
      if (route.proxy && response.statusCode === 407) throw new ProxyRefusal(407);
      return { response, url: route.url };
    } catch (error) {
      signal.throwIfAborted();
      const problem = toFetchProblem(error);
      problem.hop = withoutQuery(address);
      throw problem;
    }
  }

  /**
   * Sends a POST request to an address of the configuration, which can be private. Does not follow redirects,
   * because the content is meant for that address only.
   */
  async post(
    address: string,
    { headers, body }: Omit<Message, 'method'>,
    { signal, timeoutMs }: { readonly signal: AbortSignal; readonly timeoutMs: number },
  ): Promise<IncomingMessage> {
    const route = await this.vet(address, true, signal);
    return this.send(route, { method: 'POST', headers, body }, signal, timeoutMs);
  }

  /**
   * Sends a request to an address that a client chose, or (`trusted`) to one of the operator. Does not follow redirects,
   * because the content is meant for that address only.
   *
   * @throws FetchProblem, or the reason of the signal
   */
  async deliver(
    address: string,
    message: Message,
    { signal, trusted }: { readonly signal: AbortSignal; readonly trusted: boolean },
  ): Promise<IncomingMessage> {
    try {
      const route = await this.vet(address, trusted, signal);
      const response = await this.send(route, message, signal).catch((error: unknown) =>
        Promise.reject(blameProxy(error, route)),
      );
      if (route.proxy && response.statusCode === 407) throw new ProxyRefusal(407);
      return response;
    } catch (error) {
      signal.throwIfAborted();
      throw toFetchProblem(error);
    }
  }

  close(): void {
    this.connections.close();
  }

  private vet(address: string, trusted: boolean, signal: AbortSignal): Promise<Route> {
    const { allowedHosts, proxies, connectTimeoutMs } = this.settings;
    const proxyOf = (url: URL) => proxyFor(url, proxies);
    return vetAddress(
      address,
      { allowedHosts, trusted, proxyOf, lookupMs: connectTimeoutMs },
      signal,
    );
  }

  private send(
    route: Route,
    message: Message,
    signal: AbortSignal,
    idleMs = this.settings.idleTimeoutMs,
  ): Promise<IncomingMessage> {
    const headers = {
      accept: '*/*',
      'accept-encoding': 'identity',
      'user-agent': this.settings.userAgent,
      ...message.headers,
    };
    const { connections, settings } = this;
    return exchange(
      route,
      { ...message, headers },
      { connections, connectMs: settings.connectTimeoutMs, idleMs, signal },
    );
  }
}

/**
 * Attributes a connection error of a proxy to the proxy instead of the requested host. (For `https`, the
 * tunnel distinguishes the two.)
 */
function blameProxy(error: unknown, { proxy, url }: Route): unknown {
  const isProxyError = proxy !== null && url.protocol === 'http:' && isConnectionError(error);
  return isProxyError ? new ProxyRefusal(null, { cause: error }) : error;
}

function withoutQuery(address: string): string {
  return address.split(/[?#]/, 1)[0]!;
}

/**
 * Discards a body. Reads a small one to its end, so that the next request can reuse the connection, and closes
 * the connection otherwise.
 */
export function discardBody(response: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const timeout = setTimeout(() => response.destroy(), DISCARD_MS);
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > SMALL_BODY_BYTES) response.destroy();
    });
    // An error in a body that is not needed does not matter.
    response.on('error', () => {});
    response.once('close', () => {
      clearTimeout(timeout);
      resolve();
    });
  });
}
