import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** Long enough for a client to read the response before its connection breaks. */
const LINGER_MS = 2_000;

/**
 * Closes connections whose request got a response before its body had arrived, such as a refusal. Node
 * discards the rest of the body, but would wait for it as long as for a body that is wanted. A client that
 * sends the rest soon keeps its connection.
 */
export function closeUnreadBodies(server: Server): void {
  server.on('request', (req: IncomingMessage, res: ServerResponse) => {
    if (!announcesBody(req)) return;
    res.once('finish', () => {
      if (req.complete) return;
      const { socket } = req;
      const timer = setTimeout(() => socket.destroy(), LINGER_MS).unref();
      req.once('close', () => {
        if (req.complete) clearTimeout(timer);
      });
    });
  });
}

/** RFC 9112, section 6.3: either header announces a body. */
export function announcesBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}
