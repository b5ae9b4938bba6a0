import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { DataSource } from 'typeorm';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { KeyUsageReader } from '../engine/jobs/key-usage-reader.js';
import { KeyStoreModule } from '../engine/keys/key-store.module.js';
import { CsrfController } from './csrf/csrf.controller.js';
import { CsrfTokens } from './csrf/csrf-tokens.js';
import { ApiKeysService } from './keys/api-keys.service.js';
import { FirstKeyProvisioner } from './keys/first-key.js';
import { KeysController } from './keys/keys.controller.js';
import { OwnKeyController } from './keys/own-key.controller.js';
import { WrongKeys } from './keys/wrong-keys.js';
import { WINDOW_MS, RequestCounter, THROTTLER_NAME } from './rate/request-counter.js';
import { MemoryRateStore } from './rate/memory-rate-store.js';
import { PostgresRateStore } from './rate/postgres-rate-store.js';
import { sharedCsrfSecret } from './csrf/shared-csrf-secret.js';

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
  // The own key first: its address looks like the ID of a key.
  controllers: [CsrfController, OwnKeyController, KeysController],
  providers: [
    {
      provide: CsrfTokens,
      inject: [CONFIG, DataSource],
      useFactory: async ({ security, dataDir }: Config, dataSource: DataSource) =>
        new CsrfTokens(security.csrfSecret ?? (await sharedCsrfSecret(dataSource, dataDir))),
    },
    ApiKeysService,
    WrongKeys,
    FirstKeyProvisioner,
    RequestCounter,
    KeyUsageReader,
  ],
  exports: [ApiKeysService, WrongKeys, CsrfTokens, RequestCounter],
})
export class SecurityModule {}
