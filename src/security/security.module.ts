import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { DataSource } from 'typeorm';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { KeyStoreModule } from '../engine/keys/key-store.module.js';
import { CsrfController } from './csrf/csrf.controller.js';
import { CsrfTokens } from './csrf/csrf-tokens.js';
import { ApiKeysService } from './keys/api-keys.service.js';
import { FirstKeyProvisioner } from './keys/first-key.js';
import { KeysController } from './keys/keys.controller.js';
import { WrongKeys } from './keys/wrong-keys.js';
import { WINDOW_MS, RequestCounter, THROTTLER_NAME } from './rate/request-counter.js';
import { MemoryRateStore } from './rate/memory-rate-store.js';
import { PostgresRateStore } from './rate/postgres-rate-store.js';
import { readOrCreateSecret } from '../engine/files/secret-file.js';

/** API keys, CSRF tokens, and rate limits. `RequestGuardsModule` registers their guards. */
@Module({
  imports: [
    KeyStoreModule,
    ThrottlerModule.forRootAsync({
      inject: [CONFIG, DataSource],
      useFactory: ({ rateLimit }: Config, dataSource: DataSource) => ({
        throttlers: [
          { name: THROTTLER_NAME, ttl: WINDOW_MS, limit: rateLimit.perMinute + rateLimit.burst },
        ],
        storage: rateLimit.shared ? new PostgresRateStore(dataSource) : new MemoryRateStore(),
      }),
    }),
  ],
  controllers: [CsrfController, KeysController],
  providers: [
    {
      provide: CsrfTokens,
      inject: [CONFIG],
      useFactory: async ({ security, dataDir }: Config) =>
        new CsrfTokens(
          security.csrfSecret ??
            (await readOrCreateSecret(join(dataDir, 'secrets', 'csrf-secret'))),
        ),
    },
    ApiKeysService,
    WrongKeys,
    FirstKeyProvisioner,
    RequestCounter,
  ],
  exports: [ApiKeysService, WrongKeys, CsrfTokens, RequestCounter],
})
export class SecurityModule {}
