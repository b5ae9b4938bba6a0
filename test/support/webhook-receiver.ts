import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** The parts of payloads that tests look at. */
export interface WebhookData {
  readonly job_id?: string;
  readonly warnings?: readonly string[];
  readonly video?: { readonly url: string };
  readonly delivery?: { readonly destination: string };
}

/** A request as it arrived. */
export interface ReceivedRequest {
  readonly path: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  /** The raw body, which the signature is about. */
  readonly body: string;
  readonly json: { readonly type: string; readonly timestamp: string; readonly data: WebhookData };
}

type Reply = (res: ServerResponse, nth: number, req: IncomingMessage) => void;

/** A receiver of webhooks on loopback. */
export interface WebhookReceiver {
  readonly url: string;
  readonly host: string;
  readonly requests: ReceivedRequest[];
  /** How paths are answered. The default is 204. */
  readonly replies: Map<string, Reply>;
  /** Waits for so many requests for a path. */
  wait(path: string, count?: number): Promise<ReceivedRequest[]>;
  of(path: string): ReceivedRequest[];
  close(): Promise<void>;
}

export async function startReceiver(port = 0): Promise<WebhookReceiver> {
  const requests: ReceivedRequest[] = [];
  const replies = new Map<string, Reply>();
  const sockets = new Set<Socket>();
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('error', () => {});
    req.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const path = req.url!;
      const headers = req.headers as Record<string, string>;
      const isJson = body.startsWith('{');
      requests.push({
        path,
        method: req.method!,
        headers,
        body,
        json: isJson ? JSON.parse(body) : null,
      });
      const nth = requests.filter((one) => one.path === path).length;
      const reply = replies.get(path) ?? ((response) => response.writeHead(204).end());
      reply(res, nth, req);
    });
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const of = (path: string) => requests.filter((request) => request.path === path);
  return {
    url: `http://${host}`,
    host,
    requests,
    replies,
    of,
    async wait(path, count = 1) {
      while (of(path).length < count) await delay(20);
      return of(path);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
