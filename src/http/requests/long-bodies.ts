import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Requests whose client waits for `100 Continue` before it sends the body. */
const waiting = new WeakMap<IncomingMessage, ServerResponse>();
/** Connections whose request may take longer to arrive than others. */
const long = new WeakSet<Duplex>();

/**
 * Tells clients to send a body only when something reads it. Node would ask for every body at once, also for those
 * of requests that are refused by their headers.
 */
export function continueWhenRead(server: Server): void {
  server.on('checkContinue', (req: IncomingMessage, res: ServerResponse) => {
    waiting.set(req, res);
    server.emit('request', req, res);
  });
}

/** Lets the client send its body, if it waits for that. */
export function sendContinue(req: IncomingMessage): void {
  waiting.get(req)?.writeContinue();
  waiting.delete(req);
}

/**
 * Lets a request take as long as its reader allows. The reader looks after clients that send too slowly. What is
 * left of the body after the response is discarded, so that the client can use its connection again.
 */
export function allowLongBody(req: IncomingMessage, res: ServerResponse): void {
  const { socket } = req;
  long.add(socket);
  // The time after which an idle connection ends. Node sets it again for the next request.
  socket.setTimeout(0);
  res.once('finish', () => req.resume());
  res.once('close', () => long.delete(socket));
}

/** Whether a request that has not arrived in the usual time may go on. */
export function mayTakeLong(socket: Duplex): boolean {
  return long.has(socket);
}
