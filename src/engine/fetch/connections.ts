import { Agent as HttpAgent, type ClientRequest, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Duplex } from 'node:stream';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import { proxyAuthorization, proxyPlace } from './proxies.js';

/** Connections that are open to a host at the same time: enough for parallel downloads, but not a burden. */
export const CONNECTIONS_PER_HOST = 4;

/** A proxy did not establish the requested connection. */
export class ProxyRefusal extends Error {
  /** @param status status of the response of the proxy, or null when there was none */
  constructor(
    readonly status: number | null,
    options?: ErrorOptions,
  ) {
    super(
      status === null
        ? 'The proxy cannot be reached.'
        : `The proxy responded with status ${status}.`,
      options,
    );
  }
}

/**
 * Keeps connections alive for one task. `close` ends all of them, even those in use. A connection is only
 * reused for the same host, port, and scheme.
 */
export class Connections {
  private readonly plain = new HttpAgent({ keepAlive: true, maxSockets: CONNECTIONS_PER_HOST });
  private readonly secure = new HttpsAgent({ keepAlive: true, maxSockets: CONNECTIONS_PER_HOST });
  private readonly tunnels = new Map<string, TunnelAgent>();

  constructor(private readonly connectMs: number) {}

  /** @param proxy the proxy for the address, or null */
  agentFor(url: URL, proxy: URL | null): HttpAgent {
    if (url.protocol === 'https:') return proxy ? this.tunnelBy(proxy) : this.secure;
    return proxy?.protocol === 'https:' ? this.secure : this.plain;
  }

  close(): void {
    for (const agent of [this.plain, this.secure, ...this.tunnels.values()]) agent.destroy();
  }

  private tunnelBy(proxy: URL): TunnelAgent {
    const known = this.tunnels.get(proxy.href);
    if (known) return known;
    const agent = new TunnelAgent(proxy, this.connectMs);
    this.tunnels.set(proxy.href, agent);
    return agent;
  }
}

/** The callback of Node, which ignores the socket when there is an error. */
type Connected = (error: Error | null, socket: Duplex) => void;

/** Opens TLS connections to hosts through tunnels of a proxy (RFC 9110, section 9.3.6). */
class TunnelAgent extends HttpsAgent {
  private readonly asking = new Set<ClientRequest>();

  constructor(
    private readonly proxy: URL,
    private readonly connectMs: number,
  ) {
    super({ keepAlive: true, maxSockets: CONNECTIONS_PER_HOST });
  }

  /** Node also accepts a socket through the callback (http.Agent, createConnection). */
  override createConnection(options: RequestOptions, connected?: Connected): undefined {
    const tunnel = this.ask(`${bracketed(options.host!)}:${options.port}`);
    tunnel.then(
      (socket) =>
        connected?.(null, connectTls({ ...options, socket } as unknown as ConnectionOptions)),
      (error: Error) => connected?.(error, new Duplex()),
    );
  }

  override destroy(): void {
    for (const request of this.asking) request.destroy();
    super.destroy();
  }

  /** @throws ProxyRefusal */
  private ask(authority: string): Promise<Duplex> {
    const { request: open, ...place } = proxyPlace(this.proxy);
    const request = open({
      ...place,
      method: 'CONNECT',
      path: authority,
      agent: false,
      headers: { host: authority, ...proxyAuthorization(this.proxy) },
    });
    const tooLong = setTimeout(() => request.destroy(), this.connectMs);
    this.asking.add(request);
    return new Promise((resolve, reject) => {
      request.once('connect', ({ statusCode }, socket) => {
        if (statusCode! >= 200 && statusCode! < 300) return resolve(socket);
        socket.destroy();
        reject(new ProxyRefusal(statusCode!));
      });
      request.on('error', (cause) => reject(new ProxyRefusal(null, { cause })));
      request.once('close', () => {
        clearTimeout(tooLong);
        this.asking.delete(request);
        reject(new ProxyRefusal(null));
      });
      request.end();
    });
  }
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
