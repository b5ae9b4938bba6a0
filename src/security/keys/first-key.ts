import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import type { Actor } from '../../engine/audit/audit-event.entity.js';
import { KeyStore } from '../../engine/keys/key-store.js';
import { writeSecret } from '../secret-file.js';
import { hashKey, newKeyId, newKeyText } from './key-text.js';

/** Who made it, for the audit event. */
const SERVICE: Actor = { keyId: 'service', requestId: null };

/** Where the first key is written; only its owner can read it. */
export function firstKeyPath(dataDir: string): string {
  return join(dataDir, 'secrets', 'admin-api-key');
}

/**
 * With keys switched on, none configured and no usable administrator's key in the database: makes
 * one at the start. The file is written before the row is committed, so a crash in between leaves a
 * key that does not work rather than one that nobody has; the next start replaces it.
 */
@Injectable()
export class FirstKeyProvisioner implements OnApplicationBootstrap {
  private readonly logger = new Logger('Security');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: KeyStore,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { enableAuth, apiKey } = this.config.security;
    if (!enableAuth) {
      this.logger.warn('API keys are switched off: every caller is an administrator');
      return;
    }
    if (apiKey !== null) return;
    const path = firstKeyPath(this.config.dataDir);
    const made = await this.store.insertFirst(async () => {
      const id = newKeyId();
      const key = newKeyText(id);
      await writeSecret(path, key);
      return { id, name: 'first', hash: hashKey(key), scopes: ['admin'], expiresAt: null };
    }, SERVICE);
    if (made) this.logger.log(`An API key was made; it is in ${path}`);
  }
}
