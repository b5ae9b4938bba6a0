import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestServer } from './database.js';
import { Program } from './program.js';
import { ADMIN_KEY } from './service.js';

/** The built service in processes of its own, on its own database. */
export interface BuiltService {
  readonly url: string;
  /** Sends JSON to the API. @returns the `data` of the response */
  post(path: string, body: unknown): Promise<Record<string, unknown>>;
  /** Uploads a file. @returns its address */
  upload(name: string, content: Uint8Array | string): Promise<string>;
  /** Does the same as `post` for other methods. */
  send(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/**
 * Starts the built service. Its previews do not keep the process of the test, which drives a browser, from doing so.
 *
 * @param env settings in addition to those of tests
 */
export async function startBuiltService(env: Record<string, string> = {}): Promise<BuiltService> {
  const server = await startTestServer();
  const dataDir = await mkdtemp(join(tmpdir(), 'videocraft-built-'));
  await chmod(dataDir, 0o755);
  const service = new Program('main', [], {
    VIDEOCRAFT_DATA_DIR: dataDir,
    DATABASE_URL: (await server.database()).url,
    VIDEOCRAFT_SERVER_PORT: '0',
    VIDEOCRAFT_WORKERS: '0',
    VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '100000',
    VIDEOCRAFT_RATE_LIMIT_PAGE_PER_MINUTE: '100000',
    VIDEOCRAFT_SECURITY_API_KEY: ADMIN_KEY,
    VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'browsers',
    ...env,
  });
  const [, url] = await service.waitForOutput(/API: +(\S+?)\/api\/v1/);
  const send = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${ADMIN_KEY}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return ((await response.json()) as { data: Record<string, unknown> }).data;
  };
  return {
    url: url!,
    send,
    async upload(name, content) {
      const body = new FormData();
      body.set('file', new Blob([content as BlobPart]), name);
      const headers = { Authorization: `Bearer ${ADMIN_KEY}` };
      const response = await fetch(`${url}/api/v1/assets`, { method: 'POST', headers, body });
      return ((await response.json()) as { data: { src: string } }).data.src;
    },
    post: (path, body) => send('POST', path, body),
    async close() {
      await service.stop();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
