import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import {
  ApiError,
  ConnectionError,
  JobFailedError,
  TimeoutError,
  VideoCraft,
  verifyWebhook,
  WebhookVerificationError,
} from '../../clients/typescript/src/index.js';
import { ScriptedServer } from '../support/scripted-server.js';

const JOB = '01890000-0000-7000-8000-000000000001';
const CONFIG = { scenes: [{ duration: 1 }] };

let server: ScriptedServer;
let videocraft: VideoCraft;
let tokens: number;

beforeEach(async () => {
  server = await ScriptedServer.start();
  tokens = 0;
  server.scripts.set('/api/v1/csrf-token', (_req, res) => {
    send(res, 200, { csrf_token: `token-${++tokens}`, expires_in: 7200 });
  });
  videocraft = client();
});

afterEach(() => server.close());

function client(options: object = {}): VideoCraft {
  return new VideoCraft({
    apiKey: 'key',
    baseUrl: `http://127.0.0.1:${server.port}/`,
    ...options,
  });
}

function send(res: ServerResponse, status: number, data: object, headers: object = {}): void {
  const body = status < 400 ? { success: true, data } : data;
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(JSON.stringify(body));
}

const refusal = (code: string) => ({
  error: 'Refused',
  code,
  details: 'Why.',
  request_id: 'req_1',
});
const sent = (path: string) => server.requests.filter(({ url }) => url === `/api/v1${path}`);
const header = (name: string) => (req: IncomingMessage) => req.headers[name];

describe('requests of the TypeScript client', () => {
  it('are repeated with the same idempotency key until the service answers', async () => {
    server.scripts.set('/api/v1/videos', (req, res, nth) => {
      req.resume();
      if (nth === 1) send(res, 503, refusal('SERVICE_UNAVAILABLE'), { 'retry-after': '0' });
      else if (nth === 2) req.socket.destroy();
      else if (nth === 3) send(res, 502, {}, {});
      else send(res, 202, { job_id: JOB, status: 'pending' });
    });
    expect(await videocraft.videos.create(CONFIG)).toEqual({ job_id: JOB, status: 'pending' });
    const keys = sent('/videos').map(header('idempotency-key'));
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    // One token serves all of them.
    expect(tokens).toBe(1);
  });

  it('that might do something twice are not repeated', async () => {
    server.scripts.set('/api/v1/templates', (req) => void req.socket.destroy());
    const content = { name: 'a', config: CONFIG };
    await expect(videocraft.templates.create(content)).rejects.toThrow(ConnectionError);
    expect(sent('/templates')).toHaveLength(1);
  });

  it('wait as long as the service asks, and fail if that is too long', async () => {
    server.scripts.set('/api/v1/templates', (req, res, nth) => {
      req.resume();
      const wait = nth === 1 ? '1' : '3600';
      if (nth === 2) send(res, 201, { id: 'x' });
      else send(res, 429, refusal('RATE_LIMIT_EXCEEDED'), { 'retry-after': wait });
    });
    const content = { name: 'a', config: CONFIG };
    const before = performance.now();
    expect(await videocraft.templates.create(content)).toEqual({ id: 'x' });
    expect(performance.now() - before).toBeGreaterThan(990);
    await expect(videocraft.templates.create(content)).rejects.toMatchObject({
      code: 'RATE_LIMIT_EXCEEDED',
      retryAfterSeconds: 3600,
    });
    expect(sent('/templates')).toHaveLength(3);
  });

  it('get a new CSRF token once if theirs is refused', async () => {
    server.scripts.set('/api/v1/templates', (req, res) => {
      req.resume();
      if (req.headers['x-csrf-token'] === 'token-2') send(res, 201, { id: 'x' });
      else send(res, 403, refusal('CSRF_TOKEN_INVALID'));
    });
    const content = { name: 'a', config: CONFIG };
    expect(await videocraft.templates.create(content)).toEqual({ id: 'x' });
    server.scripts.set('/api/v1/templates', (_req, res) => {
      send(res, 403, refusal('CSRF_TOKEN_INVALID'));
    });
    await expect(videocraft.templates.create(content)).rejects.toThrow(ApiError);
    expect(tokens).toBe(3);
  });

  it('share the request for a token', async () => {
    server.scripts.set('/api/v1/videos', (req, res) => {
      req.resume();
      send(res, 202, { job_id: JOB, status: 'pending' });
    });
    await Promise.all(Array.from({ length: 5 }, () => videocraft.videos.create(CONFIG)));
    expect(tokens).toBe(1);
  });

  it('have errors with what the service says, or a proxy', async () => {
    const errors = [{ pointer: '/scenes', message: 'Missing.' }];
    server.scripts.set('/api/v1/jobs/a/status', (_req, res, nth) => {
      if (nth === 1) send(res, 400, { ...refusal('VALIDATION_ERROR'), errors });
      else res.writeHead(404).end('<html>nginx</html>');
    });
    await expect(videocraft.jobs.status('a')).rejects.toMatchObject({
      name: 'ApiError',
      status: 400,
      code: 'VALIDATION_ERROR',
      details: 'Why.',
      errors,
      requestId: 'req_1',
    });
    await expect(videocraft.jobs.status('a')).rejects.toMatchObject({
      code: 'HTTP_404',
      details: '<html>nginx</html>',
    });
  });

  it('end if the body stops arriving', async () => {
    server.scripts.set('/api/v1/jobs/a/status', (_req, res) => {
      res.writeHead(200, { 'content-type': 'application/json' }).write('{"data":');
    });
    const impatient = client({ timeoutMs: 200, retries: 0 });
    await expect(impatient.jobs.status('a')).rejects.toThrow(TimeoutError);
  });

  it('end with the reason of the signal, also while they wait', async () => {
    server.scripts.set('/api/v1/jobs/a/status', () => undefined);
    server.scripts.set('/api/v1/jobs/b/status', (_req, res) => {
      send(res, 503, refusal('SERVICE_UNAVAILABLE'), { 'retry-after': '50' });
    });
    for (const id of ['a', 'b']) {
      const stop = new AbortController();
      const reason = new Error('enough');
      const running = videocraft.jobs.status(id, { signal: stop.signal });
      setTimeout(() => stop.abort(reason), 200);
      await expect(running).rejects.toBe(reason);
      await expect(videocraft.jobs.status(id, { signal: stop.signal })).rejects.toBe(reason);
    }
  });

  it('encode IDs', async () => {
    server.scripts.set('/api/v1/jobs/..%2F..%2Fkeys/status', (_req, res) => send(res, 200, {}));
    expect(await videocraft.jobs.status('../../keys')).toEqual({});
  });

  it('have no key where the service asks for none', async () => {
    server.scripts.set('/api/v1/keys/me', (_req, res) => send(res, 200, { id: 'anonymous' }));
    expect(await client({ apiKey: null }).keys.me()).toEqual({ id: 'anonymous' });
    expect(sent('/keys/me').map(header('authorization'))).toEqual([undefined]);
    await client().keys.me();
    expect(sent('/keys/me').map(header('authorization'))).toEqual([undefined, 'Bearer key']);
  });

  it('need a key and an address', () => {
    expect(() => client({ apiKey: '' })).toThrow('An API key is missing.');
    expect(() => client({ apiKey: undefined })).toThrow('An API key is missing.');
    expect(() => client({ baseUrl: 'localhost:3002' })).toThrow(
      'Expected an http or https address',
    );
  });
});

describe('streams of the TypeScript client', () => {
  const EVENTS = `/api/v1/jobs/${JOB}/events`;
  const event = (id: number, type: string) =>
    `id: ${id}\nevent: ${type}\ndata: {"id":"${id}","type":"${type}"}\n\n`;

  it('continue after the last event', async () => {
    server.scripts.set(EVENTS, (req, res, nth) => {
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      if (nth === 1) {
        res.write(`: comment\n\n${event(1, 'job.accepted')}`);
        res.write('event: progress\ndata: {"progress":5}\n\n');
        res.write('id: 2\nevent: job.st');
        setTimeout(() => req.socket.destroy(), 100);
      } else if (nth === 2) {
        res.end(event(2, 'job.started'));
      } else {
        // In pieces, with the other line break.
        const text = event(3, 'job.completed').replaceAll('\n', '\r\n');
        for (const char of text) res.write(char);
      }
    });
    const seen: string[] = [];
    for await (const { type, id } of videocraft.videos.events(JOB)) seen.push(`${id} ${type}`);
    expect(seen).toEqual(['1 job.accepted', 'null progress', '2 job.started', '3 job.completed']);
    expect(server.requests.map(header('last-event-id'))).toEqual([undefined, '1', '2']);
  });

  it('end at 204, and when their reader stops', async () => {
    server.scripts.set(EVENTS, (_req, res, nth) => {
      if (nth === 1) res.writeHead(204).end();
      else {
        res.writeHead(200, { 'content-type': 'text/event-stream' });
        res.write(event(1, 'job.accepted'));
      }
    });
    for await (const one of videocraft.videos.events(JOB)) throw new Error(one.type);
    for await (const one of videocraft.videos.events(JOB)) {
      expect(one.type).toBe('job.accepted');
      break;
    }
    while (server.sockets.size > 1) await delay(20);
  });

  it('are not needed to wait for a job', async () => {
    server.scripts.set(EVENTS, (_req, res) => {
      send(res, 429, refusal('RATE_LIMIT_EXCEEDED'));
    });
    const status = { job_id: JOB, current_step: null };
    server.scripts.set(`/api/v1/jobs/${JOB}/status`, (_req, res, nth) => {
      if (nth === 1) send(res, 200, { ...status, status: 'processing', progress: 5 });
      else
        send(res, 200, { ...status, status: 'failed', progress: 5, error: 'No.', error_code: 'X' });
    });
    const seen: number[] = [];
    const waiting = videocraft.videos.wait(JOB, { onProgress: (now) => seen.push(now.progress) });
    await expect(waiting).rejects.toThrow(JobFailedError);
    expect(seen).toEqual([5]);
  });

  it('wait no longer than they may', async () => {
    server.scripts.set(EVENTS, (_req, res) => void res.writeHead(200).write(': \n\n'));
    server.scripts.set(`/api/v1/jobs/${JOB}/status`, (_req, res) => {
      send(res, 200, { job_id: JOB, status: 'pending', progress: 0, current_step: null });
    });
    const waiting = videocraft.videos.wait(JOB, { timeoutMs: 300 });
    await expect(waiting).rejects.toThrow(TimeoutError);
    while (server.sockets.size > 1) await delay(20);
  });
});

describe('downloads of the TypeScript client', () => {
  const DOWNLOAD = `/api/v1/videos/${JOB}/download`;
  const file = Buffer.from('0123456789');
  const tag = { etag: '"abc"' };

  it('continue where the connection broke', async () => {
    server.scripts.set(DOWNLOAD, (req, res, nth) => {
      const start = Number(/bytes=(\d+)-/.exec(req.headers.range ?? '')?.[1] ?? 0);
      res.writeHead(start === 0 ? 200 : 206, {
        ...tag,
        'content-length': file.length - start,
        'content-disposition': 'attachment; filename="a.mp4"',
        'content-range': `bytes ${start}-9/10`,
      });
      if (nth > 2) res.end(file.subarray(start));
      else {
        res.write(file.subarray(start, start + 3));
        setTimeout(() => req.socket.destroy(), 100);
      }
    });
    const download = await videocraft.videos.download(JOB);
    expect(download).toMatchObject({ size: 10, fileName: 'a.mp4' });
    expect(Buffer.from(await download.bytes())).toEqual(file);
    expect(server.requests.map(header('range'))).toEqual([undefined, 'bytes=3-', 'bytes=6-']);
    expect(server.requests[1]!.headers['if-range']).toBe('"abc"');
  });

  it('fail if the rest is of another file', async () => {
    server.scripts.set(DOWNLOAD, (req, res, nth) => {
      res.writeHead(200, { etag: `"${nth}"`, 'content-length': 10 }).write('012');
      setTimeout(() => req.socket.destroy(), 100);
    });
    const download = await videocraft.videos.download(JOB);
    await expect(download.bytes()).rejects.toThrow(ConnectionError);
    expect(server.requests).toHaveLength(2);
  });

  it('end when their reader stops', async () => {
    server.scripts.set(DOWNLOAD, (_req, res) => {
      res.writeHead(200, { ...tag, 'content-length': 10 }).write('012');
    });
    const { stream } = await videocraft.videos.download(JOB);
    const reader = stream.getReader();
    expect((await reader.read()).value).toHaveLength(3);
    await reader.cancel();
    while (server.sockets.size > 0) await delay(20);
  });
});

describe('verifyWebhook', () => {
  const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
  const body = '{"type":"job.completed","timestamp":"","data":{"job_id":"\u00e9"}}';
  const signed = (at = new Date(), by = secret) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(by).sign('msg_1', at, body),
  });

  it('accepts what a library of Standard Webhooks signs', async () => {
    const other = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
    const given = signed();
    const headers = { ...given, 'webhook-signature': `v1,AAAA v2,x ${given['webhook-signature']}` };
    for (const form of [headers, new Headers(headers)]) {
      expect((await verifyWebhook(body, form, [other, secret])).type).toBe('job.completed');
    }
    expect((await verifyWebhook(Buffer.from(body), headers, secret)).data['job_id']).toBe('\u00e9');
  });

  it.each([
    ['another body', `${body} `, signed(), secret],
    ['another secret', body, signed(new Date(), `whsec_${btoa('other')}`), secret],
    ['an old time', body, signed(new Date(Date.now() - 400_000)), secret],
    ['a time to come', body, signed(new Date(Date.now() + 400_000)), secret],
    ['a changed ID', body, { ...signed(), 'webhook-id': 'msg_2' }, secret],
    ['no signature', body, { ...signed(), 'webhook-signature': '' }, secret],
    ['a signature without its version', body, { ...signed(), 'webhook-signature': 'AAAA' }, secret],
    ['a time that is no number', body, { ...signed(), 'webhook-timestamp': '1e9' }, secret],
    ['an empty secret', body, signed(), 'whsec_'],
  ])('refuses %s', async (_what, given, headers, by) => {
    await expect(verifyWebhook(given, headers, by)).rejects.toThrow(WebhookVerificationError);
  });
});
