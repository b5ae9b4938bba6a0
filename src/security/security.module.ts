import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { DataSource } from 'typeorm';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { KeyStoreModule } from '../engine/keys/key-store.module.js';
import { BodyGuard } from '../http/body/body.guard.js';
import { CsrfController } from './csrf/csrf.controller.js';
import { CsrfGuard } from './csrf/csrf.guard.js';
import { CsrfTokens } from './csrf/csrf-tokens.js';
import { ApiKeyGuard } from './keys/api-key.guard.js';
import { ApiKeysService } from './keys/api-keys.service.js';
import { FirstKey } from './keys/first-key.js';
import { KeysController } from './keys/keys.controller.js';
import { MINUTE_MS, RequestCounter, THROTTLER_NAME } from './rate/count-requests.js';
import { MemoryRateStore } from './rate/memory-rate-store.js';
import { PostgresRateStore } from './rate/postgres-rate-store.js';
import { RateGuard } from './rate/rate.guard.js';
import { readOrMakeSecret } from './secret-file.js';

/**
 * Keys, CSRF tokens and rate limits. Guards run in the order in which they stand here; the body is
 * read last of all.
 */
@Module({
  imports: [
    KeyStoreModule,
    ThrottlerModule.forRootAsync({
      inject: [CONFIG, DataSource],
      useFactory: ({ rateLimit }: Config, dataSource: DataSource) => ({
        throttlers: [
          { name: THROTTLER_NAME, ttl: MINUTE_MS, limit: rateLimit.perMinute + rateLimit.burst },
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
          security.csrfSecret ?? (await readOrMakeSecret(join(dataDir, 'secrets', 'csrf-secret'))),
        ),
    },
    ApiKeysService,
    FirstKey,
    RequestCounter,
    { provide: APP_GUARD, useClass: ApiKeyGuard },
    { provide: APP_GUARD, useClass: CsrfGuard },
    { provide: APP_GUARD, useClass: RateGuard },
    { provide: APP_GUARD, useClass: BodyGuard },
  ],
  exports: [ApiKeysService],
})
export class SecurityModule {}
