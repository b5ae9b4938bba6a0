import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PROJECT, startTestService, type TestService } from '../support/service.js';

/** Below the packages, so that the receiver finds its library. */
const CACHE = 'node_modules/.cache';

interface Receiver {
  readonly port: number;
  readonly process: ChildProcess;
  output: string;
}

let folder: string;
let service: TestService;
let ports: number[];
const receivers: Receiver[] = [];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

beforeAll(async () => {
  await mkdir(CACHE, { recursive: true });
  folder = await mkdtemp(join(CACHE, 'receivers-'));
  ports = [await freePort(), await freePort()];
  service = await startTestService({
    VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: ports.map((port) => `127.0.0.1:${port}`).join(','),
  });
}, 120_000);

afterAll(async () => {
  for (const receiver of receivers) receiver.process.kill('SIGKILL');
  await service.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** The code of a language on the page. */
async function snippet(language: string): Promise<string> {
  const page = await readFile('docs/webhooks.md', 'utf8');
  const found = page.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0];
  if (found === undefined) throw new Error(`The page has no code in ${language}.`);
  return found;
}

async function start(command: string, file: string, secret: string, port: number) {
  const child = spawn(command, [file], {
    cwd: folder,
    env: { PATH: process.env['PATH'], WEBHOOK_SECRET: secret, PORT: String(port) },
  });
  const receiver: Receiver = { port, process: child, output: '' };
  receivers.push(receiver);
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (receiver.output += chunk.toString()));
  }
  while (!(await canConnect(port))) {
    if (child.exitCode !== null) throw new Error(receiver.output);
    await delay(50);
  }
  return receiver;
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

describe('the receivers of docs/webhooks.md', () => {
  it.each([
    ['javascript', 'node', 'receiver.mjs', 0],
    ['python', 'python3', 'receiver.py', 1],
  ] as const)(
    'in %s accept what the service signs, and nothing else',
    async (language, command, file, index) => {
      await writeFile(join(folder, file), await snippet(language));
      const secretOf = await service.change('POST', '/webhooks/secret', {
        body: { overlap_seconds: 0 },
      });
      const secret = secretOf.json.data['secret'] as string;
      const receiver = await start(command, file, secret, ports[index]!);
      const url = `http://127.0.0.1:${receiver.port}/`;
      const body = { ...PROJECT, webhook: { url }, 'client-data': { order: 17 } };
      const job = (await service.change('POST', '/videos', { body })).json['job_id'] as string;
      await service.change('POST', `/jobs/${job}/cancel`);
      while (!receiver.output.includes(job)) await delay(50);
      expect(receiver.output).toContain('job.cancelled');
      await service.change('POST', '/webhooks/ping', { body: { url } });
      while (!receiver.output.includes('ping')) await delay(50);
      const forged = await fetch(url, {
        method: 'POST',
        headers: {
          'webhook-id': 'msg_1',
          'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
          'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}`,
        },
        body: '{"type":"job.completed","data":{"job_id":"forged"}}',
      });
      expect(forged.status).toBe(401);
      expect(receiver.output).not.toMatch(/forged|Error/);
    },
    60_000,
  );
});
