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

const MOST_REDIRECTS = 10;

/** Bodies of redirects up to this size are read, so that their connection can be used again. */
const SMALL_BODY_BYTES = 65_536;
const DISCARD_MS = 250;

export type OutboundClientSettings = Pick<
  Config['sources'],
  'allowedHosts' | 'connectTimeoutMs' | 'idleTimeoutMs' | 'userAgent' | 'proxies'
>;

/** An answer whose body is still to come, and the address that it came from. */
export interface OutboundResponse {
  readonly response: IncomingMessage;
  readonly url: URL;
  /** Services of which a share link was put into its direct form on the way. */
  readonly rewritten: readonly string[];
}

/**
 * The one way out: whatever is fetched, for whomever, passes here, and is vetted. It keeps connections
 * for one piece of work; `close` ends all of them.
 */
export class OutboundClient {
  private readonly connections: Connections;

  constructor(private readonly settings: OutboundClientSettings) {
    this.connections = new Connections(settings.connectTimeoutMs);
  }

  /**
   * Asks for an address, and follows redirects; each hop is vetted before it is connected to. Cookies
   * go along this one chain, to hosts they are for; nothing else is told from hop to hop.
   *
   * @param headers sent on every hop
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
      if (hop === MOST_REDIRECTS) throw new BlockedAddress('The address redirects too often.');
      jar.store(url, response.headers['set-cookie'] ?? []);
      if (!URL.canParse(location, url)) {
        throw new BlockedAddress('The address redirects to one that is not valid.');
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
      // To a plain request a proxy answers itself when it does not know who asks.
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
   * Sends a message to an address of the operator's configuration, which may be private. Redirects are
   * not followed, as what is sent is meant for that address.
   */
  async post(
    address: string,
    { headers, body }: Omit<Message, 'method'>,
    { signal, timeoutMs }: { readonly signal: AbortSignal; readonly timeoutMs: number },
  ): Promise<IncomingMessage> {
    const route = await this.vet(address, true, signal);
    return this.send(route, { method: 'POST', headers, body }, signal, timeoutMs);
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
 * What goes wrong with a connection to a proxy says nothing of the host that it was asked for. (For
 * `https` the tunnel tells the two apart.)
 */
function blameProxy(error: unknown, { proxy, url }: Route): unknown {
  const ofProxy = proxy !== null && url.protocol === 'http:' && isConnectionError(error);
  return ofProxy ? new ProxyRefusal(null, { cause: error }) : error;
}

function withoutQuery(address: string): string {
  return address.split(/[?#]/, 1)[0] ?? '';
}

/**
 * Gives up a body. A small one that is there is read to its end, so that the next request can use the
 * connection; any other ends it.
 */
export function discardBody(response: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => response.destroy(), DISCARD_MS);
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > SMALL_BODY_BYTES) response.destroy();
    });
    // An answer that breaks off while nobody wants it is nobody's fault.
    response.on('error', () => {});
    response.once('close', () => {
      clearTimeout(late);
      resolve();
    });
  });
}
