import { type DynamicModule, Module } from '@nestjs/common';
import { logModule } from './bootstrap/log-module.js';
import { ConfigModule } from './config/config.module.js';
import type { Config } from './config/types.js';
import { PreviewEngineModule } from './pipeline/previews/previews.module.js';

/** The parameters of the process that makes previews. */
export interface PreviewSettings {
  readonly config: Config;
}

/** The process that makes previews: it has no database, and serves nothing. */
@Module({})
export class PreviewModule {
  static forRoot({ config }: PreviewSettings): DynamicModule {
    return {
      module: PreviewModule,
      imports: [
        logModule(config.logLevel, config.logFormat),
        ConfigModule.forRoot(config),
        PreviewEngineModule,
      ],
    };
  }
}
