import { access, mkdir } from 'node:fs/promises';
import type { DynamicModule, NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import type { Config } from './config/types.js';
import { migrate } from './engine/database/data-source.js';
import { startEmbeddedPostgres } from './engine/database/embedded-postgres.js';
import { ApiAdapter } from './http/responses/api-adapter.js';
import { configureHttpApp } from './bootstrap/configure-http-app.js';
import { createEngines } from './pipeline/engines/create-engines.js';
import type { RenderEngines } from './pipeline/render-context.js';
import { firstKeyPath } from './security/keys/first-key.js';

export interface RunningService {
  /** Where it answers, e.g. `http://127.0.0.1:3002`; null for a worker alone. */
  readonly url: string | null;
  readonly warnings: readonly string[];
  /** Lines for whoever starts it: where everything is. Holds no secret. */
  readonly description: readonly string[];
  /** Takes no more jobs, hands running ones back, stops what it started. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** PATH to find programs on. */
  readonly searchPath: string;
  /** False: a worker alone, without the API. */
  readonly api: boolean;
  /** Least severe level that is logged. */
  readonly logLevel: string;
}

/** Starts the service: database, API and the workers the configuration asks for. */
export async function startService(
  config: Config,
  { searchPath, api, logLevel }: StartOptions,
): Promise<RunningService> {
  await mkdir(config.dataDir, { recursive: true });
  const engines = await createEngines(config, searchPath);
  const embedded = config.databaseUrl ? null : await startEmbeddedPostgres(config.dataDir);
  try {
    const databaseUrl = config.databaseUrl ?? embedded!.url;
    await migrate(databaseUrl);
    const module = AppModule.forRoot(config, databaseUrl, engines, logLevel);
    const options = { bufferLogs: true, abortOnError: false };
    const app = api ? await startApi(module, config, options) : await startWorker(module, options);
    return {
      url: app.url,
      warnings: [
        ...engines.ffmpeg.tools.warnings,
        ...engines.encoder.warnings,
        ...openHosts(config),
      ],
      description: await describe(config, app.url, engines),
      stop: async () => {
        await app.context.close();
        await Promise.all([engines.words.close(), engines.filters.close()]);
        await embedded?.release();
      },
    };
  } catch (error) {
    await embedded?.release();
    throw error;
  }
}

/** In production nothing inside may be open to whoever writes a project without being told so. */
function openHosts({ production, sources: { allowedHosts } }: Config): string[] {
  if (!production || allowedHosts.length === 0) return [];
  const hosts = allowedHosts.join(', ');
  return [
    `Sources may be fetched from private addresses of ${hosts}, as VIDEOCRAFT_SOURCES_ALLOWED_HOSTS says.`,
  ];
}

async function describe(
  config: Config,
  url: string | null,
  { ffmpeg: { tools } }: RenderEngines,
): Promise<string[]> {
  const keyPath = firstKeyPath(config.dataDir);
  const written = await access(keyPath).then(
    () => true,
    () => false,
  );
  const key = config.security.apiKey
    ? 'as configured'
    : written
      ? `in ${keyPath}`
      : 'in the database';
  const database = config.databaseUrl
    ? 'as DATABASE_URL says'
    : `embedded Postgres in ${config.dataDir}`;
  return [
    ...(url === null
      ? []
      : [
          `API:           ${url}/api/v1`,
          `Documentation: ${url}/docs`,
          `API key:       ${config.security.enableAuth ? key : 'none is asked for'}`,
        ]),
    `Data folder:   ${config.dataDir}`,
    `Database:      ${database}`,
    `Workers:       ${config.workers}`,
    `ffmpeg:        ${tools.version} (${tools.source})`,
  ];
}

async function startWorker(module: DynamicModule, options: NestApplicationOptions) {
  const context = await NestFactory.createApplicationContext(module, options);
  context.useLogger(context.get(Logger));
  return { context, url: null };
}

async function startApi(module: DynamicModule, config: Config, options: NestApplicationOptions) {
  const context = await NestFactory.create<NestExpressApplication>(module, new ApiAdapter(), {
    ...options,
    bodyParser: false,
  });
  context.useLogger(context.get(Logger));
  configureHttpApp(context, config);
  try {
    await context.listen(config.server.port, config.server.host);
  } catch (error) {
    await context.close();
    throw listenProblem(error as NodeJS.ErrnoException, config);
  }
  return { context, url: await context.getUrl() };
}

function listenProblem(error: NodeJS.ErrnoException, { server }: Config): Error {
  const { host, port } = server;
  const why = {
    EADDRINUSE: `Port ${port} of ${host} is taken by another program.`,
    EACCES: `Port ${port} of ${host} may not be used by this user.`,
    EADDRNOTAVAIL: `${host} is no address of this machine.`,
  }[error.code ?? ''];
  if (why === undefined) return error;
  return new Error(`${why} Set VIDEOCRAFT_SERVER_PORT or VIDEOCRAFT_SERVER_HOST to another.`);
}
