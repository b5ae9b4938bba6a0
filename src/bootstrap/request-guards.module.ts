import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { BodyGuard } from '../http/validation/body.guard.js';
import { CsrfGuard } from '../security/csrf/csrf.guard.js';
import { ApiKeyGuard } from '../security/keys/api-key.guard.js';
import { SecurityModule } from '../security/security.module.js';

/** The global guards. They run in the order of this list, after the rate limit (see docs/security.md). */
@Module({
  imports: [SecurityModule],
  providers: [
    { provide: APP_GUARD, useClass: ApiKeyGuard },
    { provide: APP_GUARD, useClass: CsrfGuard },
    { provide: APP_GUARD, useClass: BodyGuard },
  ],
})
export class RequestGuardsModule {}
