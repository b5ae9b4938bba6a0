import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { loadConfig } from '../../src/config/load-config.js';
import type { VideoResult } from '../../src/engine/jobs/job-result.js';
import { type RunningService, startService } from '../../src/start-service.js';
import { openDataSource, startTestServer } from './database.js';

export const ADMIN_KEY = 'the-configured-key';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Empty if the response is not JSON. */
  readonly json: Record<string, unknown> & { data: Record<string, unknown> };
}

/** The API on its own database and without a worker. Tests do the worker's part. */
export interface TestService {
  readonly url: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly dataSource: DataSource;
  call(path: string, init?: RequestInit & { key?: string }): Promise<Answer>;
  /** Like `call`, with a CSRF token and, if there is a body, the content type of JSON. */
  change(
    method: string,
    path: string,
    options?: { key?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** Creates a key with these scopes. */
  key(...scopes: string[]): Promise<{ id: string; key: string }>;
  /** Stops only the API. The database runs until `close`. */
  stopApi(): Promise<void>;
  close(): Promise<void>;
}

export async function startTestService(env: Record<string, string> = {}): Promise<TestService> {
  const server = await startTestServer();
  const database = await server.database();
  const dataDir = await mkdtemp(join(tmpdir(), 'videocraft-api-'));
  await chmod(dataDir, 0o755);
  const config = loadConfig({
    VIDEOCRAFT_DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    VIDEOCRAFT_SERVER_PORT: '0',
    VIDEOCRAFT_WORKERS: '0',
    VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '100000',
    VIDEOCRAFT_RATE_LIMIT_WRONG_KEYS: '100000',
    VIDEOCRAFT_RATE_LIMIT_SHARED: 'false',
    VIDEOCRAFT_SECURITY_API_KEY: ADMIN_KEY,
    ...env,
  });
  const service: RunningService = await startService(config, {
    api: true,
    logLevel: 'fatal',
  });
  const dataSource = await openDataSource(database.url);
  let stopped = false;
  const stopApi = async () => {
    if (!stopped) await service.stop();
    stopped = true;
  };

  const call: TestService['call'] = async (path, { key = ADMIN_KEY, ...init } = {}) => {
    const response = await fetch(`${service.url}/api/v1${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) },
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const json = (isJson ? JSON.parse(text) : {}) as Answer['json'];
    return { status: response.status, headers: response.headers, text, json };
  };
  const change: TestService['change'] = async (method, path, { key, body, headers } = {}) => {
    const token = (await call('/csrf-token')).json['csrf_token'] as string;
    return call(path, {
      method,
      ...(key === undefined ? {} : { key }),
      headers: {
        'X-CSRF-Token': token,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  };
  return {
    url: service.url!,
    dataDir,
    databaseUrl: database.url,
    dataSource,
    call,
    change,
    async key(...scopes) {
      const created = await change('POST', '/keys', { body: { name: 'test', scopes } });
      expect(created.status).toBe(201);
      return { id: created.json.data['id'] as string, key: created.json.data['key'] as string };
    },
    stopApi,
    async close() {
      await stopApi();
      await dataSource.destroy();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A config for one second of plain color. */
export const PROJECT = { width: 64, height: 64, scenes: [{ duration: 1, elements: [] }] };

export function videoResult(folder: string): VideoResult {
  const sha256 = 'ab'.repeat(32);
  return {
    folder,
    files: [
      { name: 'video.mp4', kind: 'video', contentType: 'video/mp4', sizeBytes: 5, sha256 },
      {
        name: 'subtitles.srt',
        kind: 'subtitles',
        contentType: 'application/x-subrip',
        sizeBytes: 6,
        sha256: 'cd'.repeat(32),
      },
    ],
    durationSeconds: 1,
    width: 64,
    height: 36,
    frameRate: 30,
    frames: 30,
    videoCodec: 'h264',
    audioCodec: 'aac',
    subtitles: { words: 7, method: 'aligned' },
    segments: { total: 1, cached: 0 },
    maxDriftFrames: 0,
  };
}
