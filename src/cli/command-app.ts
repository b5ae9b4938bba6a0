import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigModule } from '../config/config.module.js';
import type { Config } from '../config/types.js';

@Module({})
class CommandModule {}

/**
 * Opens modules of the service for one command, without a server or a database. The caller closes the
 * application.
 */
export function openCommandApp(
  config: Config,
  ...modules: readonly Type[]
): Promise<INestApplicationContext> {
  const imports = [ConfigModule.forRoot(config), ...modules];
  // Standard output belongs to the result of the command.
  const options = { logger: false, abortOnError: false } as const;
  return NestFactory.createApplicationContext({ module: CommandModule, imports }, options);
}
