import { mkdir } from 'node:fs/promises';
import type { DynamicModule, LogLevel, NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import type { Config } from './config/types.js';
import { migrate } from './engine/database/data-source.js';
import { startEmbeddedPostgres } from './engine/database/embedded-postgres.js';
import { configureHttpApp } from './http/configure-http-app.js';
import { createEngines } from './pipeline/create-engines.js';

export interface RunningService {
  /** Where it answers, e.g. `http://127.0.0.1:3002`; null for a worker alone. */
  readonly url: string | null;
  readonly warnings: readonly string[];
  /** Takes no more jobs, hands running ones back, stops what it started. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** PATH to find programs on. */
  readonly searchPath: string;
  /** False: a worker alone, without the API. */
  readonly api: boolean;
  readonly logLevels: LogLevel[];
}

/** Starts the service: database, API and the workers the configuration asks for. */
export async function startService(
  config: Config,
  { searchPath, api, logLevels }: StartOptions,
): Promise<RunningService> {
  await mkdir(config.dataDir, { recursive: true });
  const engines = await createEngines(config, searchPath);
  const embedded = config.databaseUrl ? null : await startEmbeddedPostgres(config.dataDir);
  try {
    const databaseUrl = config.databaseUrl ?? embedded!.url;
    await migrate(databaseUrl);
    const module = AppModule.forRoot(config, databaseUrl, engines);
    const options = { logger: logLevels, abortOnError: false };
    const app = api
      ? await startApi(module, config, options)
      : { context: await NestFactory.createApplicationContext(module, options), url: null };
    return {
      url: app.url,
      warnings: engines.ffmpeg.tools.warnings,
      stop: async () => {
        await app.context.close();
        await embedded?.release();
      },
    };
  } catch (error) {
    await embedded?.release();
    throw error;
  }
}

async function startApi(module: DynamicModule, config: Config, options: NestApplicationOptions) {
  const context = await NestFactory.create<NestExpressApplication>(module, {
    ...options,
    bodyParser: false,
  });
  configureHttpApp(context, config);
  await context.listen(config.server.port, config.server.host);
  return { context, url: await context.getUrl() };
}
