import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { loadConfig } from '../../config/load-config.js';
import { answerMalformedRequests } from '../responses/malformed-requests.js';
import { allowLongBody, continueWhenRead } from './long-bodies.js';
import { type BodyPace, streamedBody } from './streamed-body.js';

const PACE: BodyPace = { idleMs: 5_000, minBytesPerSecond: 1, graceMs: 60_000 };
let server: Server;
let url: string;

/** Reads a body as it arrives, and answers with its length or the code of the error. */
async function start(isLong: boolean, pace = PACE, workMs = 0): Promise<void> {
  server = createServer({ connectionsCheckingInterval: 20 }, (req, res) => {
    if (isLong) allowLongBody(req, res);
    const read = async () => {
      let bytes = 0;
      for await (const chunk of streamedBody(req, pace)) {
        bytes += chunk.length;
        await delay(workMs);
      }
      return String(bytes);
    };
    read()
      .catch((error: { code: string }) => error.code)
      .then((text) => res.end(text))
      .catch(() => {});
  });
  server.requestTimeout = 200;
  server.headersTimeout = 200;
  continueWhenRead(server);
  answerMalformedRequests(server, loadConfig({}));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends a body in pieces. Returns the status and the body of the response. */
function send(pieces: number, everyMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const req = request(url, { method: 'POST', headers: { 'Content-Length': pieces * 10 } });
    req.flushHeaders();
    let sent = 0;
    const timer = setInterval(() => {
      if (sent++ < pieces) req.write('0123456789');
      else req.end();
    }, everyMs);
    req.on('error', reject);
    req.on('close', () => clearInterval(timer));
    req.on('response', (res) => {
      let text = '';
      res.on('data', (chunk: Buffer) => (text += chunk.toString()));
      res.on('end', () => {
        req.destroy();
        resolve(`${res.statusCode} ${text}`);
      });
    });
  });
}

describe('a body that takes longer than requests may', () => {
  it('arrives if its route allows that', async () => {
    await start(true);
    expect(await send(10, 100)).toBe('200 100');
  });

  it('is refused otherwise', async () => {
    await start(false);
    expect(await send(10, 100)).toMatch(/^408 .*took too long/);
  });

  it('is refused if nothing arrives for too long', async () => {
    await start(true, { ...PACE, idleMs: 100 });
    expect(await send(3, 400)).toBe('200 REQUEST_TOO_SLOW');
  });

  it('is refused if it arrives far too slowly', async () => {
    await start(true, { ...PACE, graceMs: 50, minBytesPerSecond: 100_000 });
    expect(await send(10, 50)).toBe('200 REQUEST_TOO_SLOW');
  });
});

describe('a body that the service reads slowly', () => {
  it('arrives, because the client is not to blame', async () => {
    await start(true, { ...PACE, graceMs: 50, minBytesPerSecond: 500 }, 200);
    expect(await send(10, 5)).toBe('200 100');
  });
});

describe('a client that waits for 100 Continue', () => {
  it('is asked for its body when something reads it', async () => {
    await start(true);
    const answer = await new Promise<string>((resolve, reject) => {
      const headers = { Expect: '100-continue', 'Content-Length': 4 };
      const req = request(url, { method: 'POST', headers });
      req.on('continue', () => req.end('body'));
      req.on('error', reject);
      req.on('response', (res) => res.on('data', (chunk: Buffer) => resolve(chunk.toString())));
      req.flushHeaders();
    });
    expect(answer).toBe('4');
  });
});
