import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Config } from './types.js';

/** The injection token of the configuration: `@Inject(CONFIG) config: Config`. */
export const CONFIG = Symbol('CONFIG');

/** Provides the configuration to every module. The database is the only other global module. */
@Global()
@Module({})
export class ConfigModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}
