import { mkdir } from 'node:fs/promises';
import { type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import type { Config } from './config/types.js';
import { migrate } from './engine/database/data-source.js';
import { startEmbeddedPostgres } from './engine/database/embedded-postgres.js';
import { configureHttpApp } from './http/configure-http-app.js';
import { createEngines } from './pipeline/create-engines.js';

export interface RunningService {
  /** Where it answers, e.g. `http://127.0.0.1:3002`. */
  readonly url: string;
  readonly warnings: readonly string[];
  /** Takes no more jobs, hands running ones back, stops what it started. */
  stop(): Promise<void>;
}

/** Starts the service: database, API and the workers the configuration asks for. */
export async function startService(
  config: Config,
  searchPath: string,
  logLevels: LogLevel[] = ['log', 'warn', 'error', 'fatal'],
): Promise<RunningService> {
  await mkdir(config.dataDir, { recursive: true });
  const engines = await createEngines(config, searchPath);
  const embedded = config.databaseUrl ? null : await startEmbeddedPostgres(config.dataDir);
  try {
    const databaseUrl = config.databaseUrl ?? embedded!.url;
    await migrate(databaseUrl);
    const app = await NestFactory.create<NestExpressApplication>(
      AppModule.forRoot(config, databaseUrl, engines),
      { bodyParser: false, logger: logLevels, abortOnError: false },
    );
    configureHttpApp(app, config);
    await app.listen(config.server.port, config.server.host);
    return {
      url: await app.getUrl(),
      warnings: engines.ffmpeg.tools.warnings,
      stop: async () => {
        await app.close();
        await embedded?.release();
      },
    };
  } catch (error) {
    await embedded?.release();
    throw error;
  }
}
