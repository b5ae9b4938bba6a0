import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A connection to a local port that a test can interrupt and restore, like an unreliable network.
 */
export interface NetworkLink {
  readonly port: number;
  interrupt(): Promise<void>;
  restore(): Promise<void>;
}

export async function startNetworkLink(targetPort: number): Promise<NetworkLink> {
  const sockets = new Set<Socket>();
  const listen = (port: number) =>
    new Promise<Server>((resolve) => {
      const server = createServer((near) => {
        const far = connect(targetPort, '127.0.0.1');
        for (const [one, other] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(one);
          one.on('error', () => other.destroy());
          one.on('close', () => sockets.delete(one));
          one.pipe(other);
        }
      });
      server.listen(port, '127.0.0.1', () => resolve(server));
    });
  let server: Server | null = await listen(0);
  const { port } = server.address() as { port: number };
  return {
    port,
    async interrupt() {
      const closing = server;
      server = null;
      for (const socket of sockets) socket.destroy();
      if (closing) await new Promise((resolve) => closing.close(resolve));
    },
    async restore() {
      server ??= await listen(port);
    },
  };
}
