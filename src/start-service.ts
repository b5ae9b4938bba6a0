import { setTimeout as delay } from 'node:timers/promises';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger as PinoLogger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import type { Config } from './config/types.js';
import { prepareDatabase } from './engine/database/prepare-database.js';
import {
  type RunningPostgres,
  startEmbeddedPostgres,
} from './engine/database/embedded-postgres.js';
import { loadDestinations } from './engine/destinations/destinations.js';
import { openDataFolder } from './engine/files/data-folder.js';
import { closeFolders } from './engine/files/close-folders.js';
import { openStore } from './engine/storage/storage.module.js';
import { checkStoreIdentity } from './engine/storage/store-identity.js';
import { FfmpegService } from './engine/ffmpeg/ffmpeg.service.js';
import type { FfmpegTools } from './engine/ffmpeg/locate-ffmpeg.js';
import { MovingSegmentEncoder } from './engine/render/encoders/moving-segment-encoder.js';
import { Drain } from './bootstrap/drain.js';
import { Shutdown } from './http/requests/shutdown.js';
import { ApiAdapter } from './http/responses/api-adapter.js';
import { quietFramework } from './bootstrap/quiet-framework.js';
import { configureHttpApp } from './bootstrap/configure-http-app.js';
import { firstKeyPath } from './security/keys/first-key.js';
import { describeRetention } from './retention/describe-retention.js';
import { startHeartbeat } from './engine/workers/heartbeat.js';
import { WorkerBoard } from './engine/workers/worker-board.js';
import { startWorkers } from './start-workers.js';
import { SupervisorModule } from './supervisor.module.js';
import type { ProcessOptions } from './worker.module.js';
import { pathExists } from './engine/files/path-exists.js';

/**
 * The parts of a stop. Together with the time of the embedded Postgres they stay below 10 s, after which
 * orchestrators kill a process. The workers stop while connections end.
 */
const DRAIN_MS = 5_000;
const GIVE_BACK_MS = 5_500;
const CLOSE_MS = 1_500;

export interface RunningService {
  /** The address of the server, such as `http://127.0.0.1:3002`; null for a worker. */
  readonly url: string | null;
  readonly warnings: readonly string[];
  /** Lines for the operator with addresses and paths, but without secrets. */
  readonly description: readonly string[];
  /** Resolves with the reason if the service cannot go on. */
  readonly failed: Promise<Error>;
  /** Stops taking jobs, returns running jobs to the queue, and stops everything within some 9 s. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** False starts a worker without the API. */
  readonly api: boolean;
  /** The least severe level that is logged. */
  readonly logLevel: string;
  /** The umask of the process once the database runs, which may belong to another user. Undefined: as it is. */
  readonly umask?: number;
  /** Resolves when the service is told to stop. While it starts, that ends the start. */
  readonly stopped?: Promise<unknown>;
}

/** The service was told to stop before it was ready. */
export class StoppedAtStart extends Error {
  override readonly name = 'StoppedAtStart';
}

/**
 * Starts the database, the API, and the workers that are configured.
 *
 * @throws StoppedAtStart; then only the database is stopped, and the process is expected to end
 */
export async function startService(config: Config, options: StartOptions): Promise<RunningService> {
  const { umask, stopped } = options;
  // Before anything starts, so that its problems are the only lines.
  await loadDestinations(config);
  const folderProblem = await openDataFolder(config.dataDir);
  if (folderProblem !== null && config.databaseUrl === null) throw new Error(folderProblem);
  // Not a Nest provider, because Nest calls no shutdown hooks if an application fails to start.
  const embedded = config.databaseUrl ? null : await startDatabase(config.dataDir);
  if (umask !== undefined) process.umask(umask);
  const state = { config, options, embedded, folderProblem };
  try {
    return await Promise.race([
      startOnDatabase(state),
      ...(stopped === undefined ? [] : [endedBy(stopped)]),
    ]);
  } catch (error) {
    await embedded?.release();
    throw error;
  }
}

interface StartState {
  readonly config: Config;
  readonly options: StartOptions;
  readonly embedded: RunningPostgres | null;
  /** What is wrong with the data folder, or null. */
  readonly folderProblem: string | null;
}

/** Starts everything on a database that runs. */
async function startOnDatabase({
  config,
  options: { api, logLevel },
  embedded,
  folderProblem,
}: StartState): Promise<RunningService> {
  const openFolders = await closeFolders(config.dataDir);
  const database = await prepareDatabase(config.databaseUrl ?? embedded!.url, config);
  await requireOwnStore(config, database.urls.databaseUrl);
  const options = { config, ...database.urls, logLevel };
  const { app, url, drain } = api ? await startApi(options) : await startSupervisor(options);
  const workers = await startWorkers(options, app).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  const stopHeartbeat = api ? () => {} : heartbeatOf(app, config.dataDir);
  const { tools } = app.get(FfmpegService);
  const { warnings } = app.get(MovingSegmentEncoder);
  return {
    url,
    warnings: [
      ...tools.warnings,
      ...warnings,
      ...openHosts(config),
      ...openFolders,
      ...database.warnings,
      ...(folderProblem === null ? [] : [folderProblem]),
    ],
    description: await describe(config, url, tools),
    failed: embedded?.failed ?? new Promise(() => {}),
    stop: async () => {
      // A database that does not respond must not keep the process.
      await Promise.race([Promise.all([workers.stop(), drain(DRAIN_MS)]), pause(GIVE_BACK_MS)]);
      await Promise.race([app.close(), pause(CLOSE_MS)]);
      stopHeartbeat();
      await embedded?.release();
    },
  };
}

async function endedBy(stopped: Promise<unknown>): Promise<never> {
  await stopped;
  throw new StoppedAtStart('The service was stopped while it started.');
}

/** Workers serve no HTTP, so their health check looks at a file. */
function heartbeatOf(app: INestApplicationContext, dataDir: string): () => void {
  const board = app.get(WorkerBoard, { strict: false });
  return startHeartbeat(dataDir, () => board.workers.some(({ state }) => state !== 'ended'));
}

/** Does not keep the process. */
const pause = (ms: number) => delay(ms, undefined, { ref: false });

function startDatabase(dataDir: string): Promise<RunningPostgres> {
  const logger = new Logger('Database');
  return startEmbeddedPostgres(dataDir, (message) => logger.warn(message));
}

/** @throws WrongStore if the store is not the one with the videos of the database */
async function requireOwnStore(config: Config, databaseUrl: string): Promise<void> {
  const store = await openStore(config);
  try {
    await checkStoreIdentity({ databaseUrl, store, dataDir: config.dataDir });
  } finally {
    store.close();
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
          `Studio:        ${url}/`,
          `API:           ${url}/api/v1`,
          `Documentation: ${url}/docs`,
          `API key:       ${config.security.enableAuth ? key : 'not required'}`,
        ]),
    `Data folder:   ${config.dataDir}`,
    `Database:      ${database}`,
    `Kept:          ${describeRetention(config.retention)}`,
    `Workers:       ${config.workers}`,
    `ffmpeg:        ${tools.version} (${tools.source})`,
    `Confinement:   ${tools.abilities.level}`,
  ];
}

interface StartedApp {
  readonly app: INestApplicationContext;
  readonly url: string | null;
  /** Ends the connections of clients, those that are left after a time by force. */
  readonly drain: (withinMs: number) => Promise<void>;
}

const NEST_OPTIONS = { bufferLogs: true, abortOnError: false };

async function startSupervisor(options: ProcessOptions): Promise<StartedApp> {
  const module = SupervisorModule.forRoot(options);
  const app = await NestFactory.createApplicationContext(module, NEST_OPTIONS);
  app.useLogger(quietFramework(app.get(PinoLogger)));
  return { app, url: null, drain: async () => {} };
}

async function startApi(options: ProcessOptions): Promise<StartedApp> {
  const { server } = options.config;
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.forRoot(options),
    new ApiAdapter(),
    { ...NEST_OPTIONS, bodyParser: false },
  );
  app.useLogger(quietFramework(app.get(PinoLogger)));
  configureHttpApp(app, options.config);
  const shutdown = app.get(Shutdown, { strict: false });
  const drain = new Drain(app.getHttpServer(), shutdown);
  try {
    await app.listen(server.port, server.host);
  } catch (error) {
    await app.close();
    throw listenError(error as NodeJS.ErrnoException, options.config);
  }
  return {
    app,
    url: await app.getUrl(),
    drain: async (withinMs) => {
      shutdown.begin();
      await drain.finish(withinMs);
    },
  };
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
