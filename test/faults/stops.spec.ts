import { chmod, mkdtemp, readdir, readFile, rm, truncate } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Program } from '../support/program.js';

const CONFIG = { width: 64, height: 64, scenes: [{ duration: 1, elements: [] }] };
/** More than the buffers of a connection take. */
const LARGE = 500_000_000;

describe('the service with its own database', () => {
  let dir: string;
  let service: Program;
  let url: string;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-stops-'));
    await chmod(dir, 0o755);
    service = new Program('main', [], {
      VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
      VIDEOCRAFT_SERVER_PORT: '0',
      VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '1000000',
      VIDEOCRAFT_SECURITY_ENABLE_AUTH: 'false',
      VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'false',
    });
    [, url = ''] = await service.waitForOutput(/API: +(http:\S+)/, 180_000);
  }, 200_000);

  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await service.stop('SIGKILL');
    await rm(dir, { recursive: true, force: true });
  });

  async function call(path: string, body?: object) {
    const response = await fetch(`${url}${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
    });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  }

  async function render(): Promise<string> {
    const { status, json } = await call('/videos', CONFIG);
    expect(status).toBe(202);
    const id = String(json['job_id']);
    while ((await call(`/jobs/${id}/status`)).json['status'] !== 'completed') await delay(100);
    return id;
  }

  /** A connection that sends a request and reads nothing of the answer. */
  async function hold(text: string): Promise<Socket> {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    sockets.push(socket);
    socket.on('error', () => {});
    socket.pause();
    await new Promise<void>((resolve) => socket.write(text, () => resolve()));
    return socket;
  }

  it('starts its database again when it is killed', async () => {
    const pidFile = join(dir, 'data/postgres/postmaster.pid');
    const pid = async () => Number((await readFile(pidFile, 'utf8')).split('\n', 1)[0]);
    const killed = await pid();
    process.kill(killed, 'SIGKILL');
    while ((await pid().catch(() => killed)) === killed) await delay(100);
    while ((await call('/ready')).status !== 200) await delay(100);
    expect(await pid()).not.toBe(killed);
    await render();
  }, 240_000);

  it('ends when it is told to, whatever clients hold', async () => {
    const id = await render();
    const [folder] = (await readdir(join(dir, 'data/videos'))).filter((name) => name.includes(id));
    await truncate(join(dir, 'data/videos', folder!, 'video.mp4'), LARGE);
    const path = '/api/v1';
    await hold(`GET ${path}/videos/${id}/download HTTP/1.1\r\nHost: x\r\n\r\n`);
    await hold(
      `POST ${path}/videos HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
    );
    await hold(`GET ${path}/live HTTP/1.1\r\nHost: x\r\n\r\n`);
    const closing = useConnection();
    await delay(500);

    const { code } = await service.stop('SIGTERM');
    expect(code).toBe(0);
    // The answers told the client that uses its connection all the time.
    expect(await closing).toBe('close');
    expect(await readdir(join(dir, 'data/postgres-users'))).toEqual([]);
  }, 240_000);

  /** Uses one connection without a pause, and returns the last `Connection` header. */
  async function useConnection(): Promise<string | undefined> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    let last: string | undefined;
    for (;;) {
      const header = await new Promise<string | undefined>((resolve, reject) => {
        const asked = request(`${url}/live`, { agent }, (response) => {
          response.resume().once('end', () => resolve(response.headers.connection));
        });
        asked.once('error', reject).end();
      }).catch(() => null);
      if (header === null) return last;
      last = header;
      if (header === 'close') return header;
    }
  }
});
