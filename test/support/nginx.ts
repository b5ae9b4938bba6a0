import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request as plain, type IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const FILE = fileURLToPath(new URL('../../deploy/proxy/nginx.conf', import.meta.url));
const KEYS = fileURLToPath(new URL('../fixtures/tls/', import.meta.url));
/** Bounds a hang. */
const PATIENCE_MS = 30_000;

export interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: Buffer | string;
}

export interface Nginx {
  /** The address with TLS. */
  readonly url: string;
  /** Sends a request. The response is read by the test. */
  send(path: string, sent?: Sent): Promise<IncomingMessage>;
  /** Sends a request without TLS. */
  sendPlain(path: string): Promise<IncomingMessage>;
  stop(): Promise<void>;
}

/**
 * Runs nginx with the file of this package, whose addresses and keys are those of the test.
 *
 * @param ports with and without TLS
 * @param prefix a path below which the service is, as docs/deployment.md describes it, or an empty text
 */
export async function startNginx(
  target: string,
  [port, plainPort]: readonly [number, number],
  prefix: string,
): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'videocraft-nginx-'));
  const pid = join(folder, 'nginx.pid');
  const main = join(folder, 'nginx.conf');
  const site = (await readFile(FILE, 'utf8'))
    .replaceAll(/ +listen \[::\].*\n/g, '')
    .replace('listen 443 ', `listen 127.0.0.1:${port} `)
    .replace('listen 80;', `listen 127.0.0.1:${plainPort};`)
    .replace('127.0.0.1:3002', new URL(target).host)
    .replaceAll(/\/etc\/letsencrypt\/\S+(?=;)/g, join(KEYS, 'signed.pem'))
    .replace('location / {', `location ${prefix}/ {`)
    .replace('http://videocraft;', prefix === '' ? 'http://videocraft;' : 'http://videocraft/;');
  await writeFile(main, wrapped(site, folder, pid));
  await promisify(execFile)('nginx', ['-t', '-q', '-c', main, '-e', join(folder, 'error.log')]);
  const child = spawn('nginx', ['-c', main, '-e', join(folder, 'error.log')], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const nginx: Nginx = {
    url: `https://127.0.0.1:${port}${prefix}`,
    send: (path, sent) => sendBy(request, `https://127.0.0.1:${port}${prefix}${path}`, sent),
    sendPlain: (path) => sendBy(plain, `http://127.0.0.1:${plainPort}${path}`),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await delay(50)) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`);
    const answer = await nginx.sendPlain('/').catch(() => null);
    if (answer !== null) return nginx;
  }
  throw new Error('nginx does not start');
}

/** A whole configuration with the site, which writes only to a folder. */
function wrapped(site: string, folder: string, pid: string): string {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, name)};`)
    .join('\n');
  return `daemon off; master_process off; pid ${pid};
    events { worker_connections 128; }
    http { access_log off; ${paths}
    ${site} }`;
}

function sendBy(
  by: typeof request | typeof plain,
  url: string,
  { method = 'GET', headers = {}, body }: Sent = {},
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    // The key is known to nobody but the tests.
    const options = { method, headers, agent: false as const, rejectUnauthorized: false };
    by(url, options, resolve).on('error', reject).end(body);
  });
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
