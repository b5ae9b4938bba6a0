import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import type { Actor } from '../../engine/audit/audit-event.entity.js';
import { KeyStore } from '../../engine/keys/key-store.js';
import { writeSecret } from '../../engine/files/secret-file.js';
import { hashKey, newKeyId, newKeyText } from './key-text.js';

/** The creator of the key in the audit trail. */
const SERVICE: Actor = { keyId: 'service', requestId: null };

/** The file with the first key. Only the user of the service can read it. */
export function firstKeyPath(dataDir: string): string {
  return join(dataDir, 'secrets', 'admin-api-key');
}

/**
 * Creates an administrator's key at the start if keys are enabled, none is configured, and the database
 * has no active one. It writes the file before it commits the row: after a crash in between, the file
 * contains a key that does not work, and the next start replaces it. The other order could leave a key
 * that nobody has.
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
      this.logger.warn('API keys are disabled, so every caller is an administrator');
      return;
    }
    if (apiKey !== null) return;
    const path = firstKeyPath(this.config.dataDir);
    const created = await this.store.insertFirst(async () => {
      const id = newKeyId();
      const key = newKeyText(id);
      await writeSecret(path, key);
      return { id, name: 'first', hash: hashKey(key), scopes: ['admin'], expiresAt: null };
    }, SERVICE);
    if (created) this.logger.log(`Created an API key in ${path}`);
  }
}
