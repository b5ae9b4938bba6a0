import { once } from 'node:events';
import type { Request as HttpRequest, Response as HttpResponse } from 'express';

/** The headers that the protocol reads. No others reach the SDK, and the key does not. */
const PROTOCOL_HEADERS = /^(accept|content-type|mcp-[a-z-]+|last-event-id)$/;

/** A request in the form of the Fetch standard. Its body was read before. */
export function toWebRequest(req: HttpRequest, base: string, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (typeof value === 'string' && PROTOCOL_HEADERS.test(name)) headers.set(name, value);
  }
  return new Request(`${base}/mcp`, { method: req.method, headers, signal });
}

/** Sends a response of the Fetch standard, whose body may go on for a while. @param closed when the client leaves */
export async function sendWebResponse(
  response: Response,
  res: HttpResponse,
  closed: AbortSignal,
): Promise<void> {
  res.status(response.status);
  response.headers.forEach((value, name) => res.setHeader(name, value));
  res.setHeader('Cache-Control', 'no-store');
  // Clients show that the call is accepted, although its answer may take a while.
  if (response.body !== null) res.flushHeaders();
  for await (const chunk of response.body ?? []) {
    if (closed.aborted) return;
    // A client that leaves ends its request.
    if (!res.write(chunk)) await once(res, 'drain', { signal: closed }).catch(() => {});
  }
  res.end();
}
