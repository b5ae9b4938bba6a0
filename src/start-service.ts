import { mkdir } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import type { Config } from './config/types.js';
import { migrate } from './engine/database/data-source.js';
import { startEmbeddedPostgres } from './engine/database/embedded-postgres.js';
import { closeFolders } from './engine/files/close-folders.js';
import { FfmpegService } from './engine/ffmpeg/ffmpeg.service.js';
import type { FfmpegTools } from './engine/ffmpeg/locate-ffmpeg.js';
import { MovingSegmentEncoder } from './engine/render/encoders/moving-segment-encoder.js';
import { ApiAdapter } from './http/responses/api-adapter.js';
import { configureHttpApp } from './bootstrap/configure-http-app.js';
import { firstKeyPath } from './security/keys/first-key.js';
import { startWorkers } from './start-workers.js';
import { SupervisorModule } from './supervisor.module.js';
import type { ProcessOptions } from './worker.module.js';
import { pathExists } from './engine/files/path-exists.js';

export interface RunningService {
  /** The address of the server, such as `http://127.0.0.1:3002`; null for a worker. */
  readonly url: string | null;
  readonly warnings: readonly string[];
  /** Lines for the operator with addresses and paths, but without secrets. */
  readonly description: readonly string[];
  /** Stops taking jobs, returns running jobs to the queue, and stops everything. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** False starts a worker without the API. */
  readonly api: boolean;
  /** The least severe level that is logged. */
  readonly logLevel: string;
  /** The umask of the process once the database runs, which may belong to another user. Undefined: as it is. */
  readonly umask?: number;
}

/** Starts the database, the API, and the workers that are configured. */
export async function startService(
  config: Config,
  { api, logLevel, umask }: StartOptions,
): Promise<RunningService> {
  await mkdir(config.dataDir, { recursive: true });
  // Not a Nest provider, because Nest calls no shutdown hooks if an application fails to start.
  const embedded = config.databaseUrl ? null : await startEmbeddedPostgres(config.dataDir);
  if (umask !== undefined) process.umask(umask);
  try {
    const openFolders = await closeFolders(config.dataDir);
    const databaseUrl = config.databaseUrl ?? embedded!.url;
    await migrate(databaseUrl);
    const options = { config, databaseUrl, logLevel };
    const { app, url } = api ? await startApi(options) : await startSupervisor(options);
    const workers = await startWorkers(options, app).catch(async (error: unknown) => {
      await app.close();
      throw error;
    });
    const { tools } = app.get(FfmpegService);
    const { warnings } = app.get(MovingSegmentEncoder);
    return {
      url,
      warnings: [...tools.warnings, ...warnings, ...openHosts(config), ...openFolders],
      description: await describe(config, url, tools),
      stop: async () => {
        await workers.stop();
        await app.close();
        await embedded?.release();
      },
    };
  } catch (error) {
    await embedded?.release();
    throw error;
  }
}

/** Warns the operator of a production service if authors can reach private addresses. */
function openHosts({ production, sources: { allowedHosts } }: Config): string[] {
  if (!production || allowedHosts.length === 0) return [];
  const hosts = allowedHosts.join(', ');
  return [
    `VIDEOCRAFT_SOURCES_ALLOWED_HOSTS lets video configs fetch sources from private addresses of ${hosts}.`,
  ];
}

async function describe(config: Config, url: string | null, tools: FfmpegTools): Promise<string[]> {
  const keyPath = firstKeyPath(config.dataDir);
  const written = await pathExists(keyPath);
  const key = config.security.apiKey
    ? 'the configured one'
    : written
      ? `in ${keyPath}`
      : 'in the database';
  const database = config.databaseUrl
    ? 'set by DATABASE_URL'
    : `embedded Postgres in ${config.dataDir}`;
  return [
    ...(url === null
      ? []
      : [
          `API:           ${url}/api/v1`,
          `Documentation: ${url}/docs`,
          `API key:       ${config.security.enableAuth ? key : 'not required'}`,
        ]),
    `Data folder:   ${config.dataDir}`,
    `Database:      ${database}`,
    `Workers:       ${config.workers}`,
    `ffmpeg:        ${tools.version} (${tools.source})`,
    `Confinement:   ${tools.abilities.level}`,
  ];
}

interface StartedApp {
  readonly app: INestApplicationContext;
  readonly url: string | null;
}

const NEST_OPTIONS = { bufferLogs: true, abortOnError: false };

async function startSupervisor(options: ProcessOptions): Promise<StartedApp> {
  const module = SupervisorModule.forRoot(options);
  const app = await NestFactory.createApplicationContext(module, NEST_OPTIONS);
  app.useLogger(app.get(Logger));
  return { app, url: null };
}

async function startApi(options: ProcessOptions): Promise<StartedApp> {
  const { server } = options.config;
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.forRoot(options),
    new ApiAdapter(),
    { ...NEST_OPTIONS, bodyParser: false },
  );
  app.useLogger(app.get(Logger));
  configureHttpApp(app, options.config);
  try {
    await app.listen(server.port, server.host);
  } catch (error) {
    await app.close();
    throw listenError(error as NodeJS.ErrnoException, options.config);
  }
  return { app, url: await app.getUrl() };
}

function listenError(error: NodeJS.ErrnoException, { server }: Config): Error {
  const { host, port } = server;
  const anotherPort = 'Set VIDEOCRAFT_SERVER_PORT to another port.';
  const message = {
    EADDRINUSE: `The port ${port} of ${host} is already in use. ${anotherPort}`,
    EACCES: `This user is not allowed to use the port ${port} of ${host}. ${anotherPort}`,
    EADDRNOTAVAIL: `This machine does not have the address ${host}. Set VIDEOCRAFT_SERVER_HOST to one of its addresses.`,
  }[error.code ?? ''];
  return message === undefined ? error : new Error(message);
}
