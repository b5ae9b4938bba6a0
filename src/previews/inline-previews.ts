import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigModule } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import type { PreviewCall, PreviewMaker, PreviewPart } from '../pipeline/previews/preview-call.js';
import { PreviewEngine } from '../pipeline/previews/preview-engine.js';
import { PreviewEngineModule } from '../pipeline/previews/previews.module.js';

/** Makes previews in the current process, for tests that run the sources. */
export class InlinePreviews implements PreviewMaker {
  private app: Promise<INestApplicationContext> | null = null;

  constructor(private readonly config: Config) {}

  async *run(call: PreviewCall, signal: AbortSignal): AsyncGenerator<PreviewPart> {
    this.app ??= NestFactory.createApplicationContext(
      {
        module: class InlinePreviewModule {},
        imports: [ConfigModule.forRoot(this.config), PreviewEngineModule],
      },
      { logger: false, abortOnError: false },
    );
    yield* (await this.app).get(PreviewEngine, { strict: false }).run(call, signal);
  }

  async stop(): Promise<void> {
    await (await this.app)?.close();
  }
}
