import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Body,
  Controller,
  Get,
  Global,
  HttpCode,
  Module,
  Param,
  Post,
  Query,
} from '@nestjs/common';
import { type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { DataSource } from 'typeorm';
import { ConfigModule } from '../../src/config/config.module.js';
import { loadConfig } from '../../src/config/load-config.js';
import { MetricsModule } from '../../src/engine/metrics/metrics.module.js';
import { CurrentKey, type Identity, Public, RequireScopes } from '../../src/http/access/access.js';
import { ApiAdapter } from '../../src/http/responses/api-adapter.js';
import { configureHttpApp } from '../../src/bootstrap/configure-http-app.js';
import { Envelope } from '../../src/http/responses/envelope.js';
import { HttpModule } from '../../src/http/http.module.js';
import { ApiEnvelope, ApiErrors } from '../../src/http/openapi/responses.js';
import { RequestGuardsModule } from '../../src/bootstrap/request-guards.module.js';

class NoteDto {
  @ApiProperty({ type: String })
  @IsString()
  text!: string;
}

class PageDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

/** Replaces the features with one route of each kind. */
@Controller()
class ProbeController {
  @Get('live')
  @Public()
  @Envelope('alive', { flat: true })
  live(): { status: string; message: string } {
    return { status: 'ok', message: 'of the data' };
  }

  @Get('notes')
  @RequireScopes('videos:read')
  @Envelope('notes listed')
  list(@CurrentKey() key: Identity, @Query() page: PageDto): object {
    return { key: key.id, limit: page.limit ?? null };
  }

  @Get('notes/:id')
  @Envelope('note')
  note(@Param('id') id: string): object {
    return { id };
  }

  @Post('notes')
  @HttpCode(202)
  @RequireScopes('videos:write')
  @Envelope('note kept')
  @ApiEnvelope(NoteDto, { status: 202 })
  @ApiErrors('VALIDATION_ERROR', 'MISSING_AUTH_HEADER', 'INVALID_API_KEY')
  create(@Body() note: NoteDto): NoteDto {
    return note;
  }

  @Post('anything')
  @Envelope('taken')
  anything(@Body() body: unknown): object {
    return { kind: Array.isArray(body) ? 'array' : typeof body };
  }

  @Get('broken')
  broken(): never {
    throw new Error('secret detail in /etc/passwd');
  }

  @Get('no-database')
  noDatabase(): never {
    throw Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), { code: 'ECONNREFUSED' });
  }
}

export interface TestApp {
  readonly app: NestExpressApplication;
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** All log lines as text. */
  readonly logged: string[];
  close(): Promise<void>;
}

/** Starts the HTTP and security layers of the service around a few routes, on a free port. */
export async function startTestApp(
  dataSource: DataSource,
  env: Record<string, string> = {},
): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'videocraft-http-'));
  const config = loadConfig({
    VIDEOCRAFT_DATA_DIR: folder,
    VIDEOCRAFT_SERVER_PORT: '0',
    VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '100000',
    VIDEOCRAFT_RATE_LIMIT_WRONG_KEYS: '100000',
    ...env,
  });

  @Global()
  @Module({
    providers: [{ provide: DataSource, useValue: dataSource }],
    exports: [DataSource],
  })
  class DatabaseModule {}

  @Module({
    imports: [
      ConfigModule.forRoot(config),
      DatabaseModule,
      HttpModule,
      RequestGuardsModule,
      MetricsModule,
    ],
    controllers: [ProbeController],
  })
  class TestModule {}

  const logged: string[] = [];
  const app = await NestFactory.create<NestExpressApplication>(TestModule, new ApiAdapter(), {
    bodyParser: false,
    logger: recorder(logged),
    abortOnError: false,
  });
  configureHttpApp(app, config);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  return {
    app,
    port,
    url: `http://127.0.0.1:${port}`,
    dataDir: config.dataDir,
    logged,
    async close() {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function recorder(lines: string[]): LoggerService {
  const log = (...parts: unknown[]) => {
    lines.push(
      parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' '),
    );
  };
  return { log, error: log, warn: log, debug: log, verbose: log, fatal: log };
}

/** Sends raw bytes and returns everything that the server sends until it closes the connection. */
export function sendRaw(port: number, text: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = createConnection(port, '127.0.0.1', () => socket.write(text));
    socket.setTimeout(5000, () => socket.destroy(new Error('The server did not answer.')));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}
