import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { KeyStore } from '../keys/key-store.js';
import { KeyStoreModule } from '../keys/key-store.module.js';

const MAX_TOKEN_LENGTH = 1_000;
/** The ID of the key from the configuration, and that of callers without keys. Neither has a row. */
const CONFIGURED = 'admin';
const ANONYMOUS = 'anonymous';

/** What a link leads to. */
export interface LinkClaims {
  readonly videoId: string;
  readonly file: string;
  readonly keyId: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
  readonly inline: boolean;
}

/**
 * Signs links to files, which anyone can read who has the address. A link is not stored: it ends with its time, with
 * its key, and with its video.
 */
@Injectable()
export class LinkSigner {
  private secret: Promise<string> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: KeyStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'security'>,
  ) {}

  async sign({ videoId, file, keyId, expiresAt, inline }: LinkClaims): Promise<string> {
    const claims = [videoId, file, keyId, expiresAt, inline ? 1 : 0, this.tagOf(keyId)];
    const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
    return `${payload}.${await this.signatureOf(payload)}`;
  }

  /** What a link leads to; null if it was changed, has expired, or its key is not valid any more. */
  async verify(token: string, nowMs = Date.now()): Promise<LinkClaims | null> {
    const [payload, signature, more] = token.split('.');
    if (token.length > MAX_TOKEN_LENGTH || !payload || !signature || more !== undefined)
      return null;
    if (!sameText(signature, await this.signatureOf(payload))) return null;
    // Only the service signs, so the content is what `sign` wrote.
    const [videoId, file, keyId, expiresAt, inline, tag] = JSON.parse(
      Buffer.from(payload, 'base64url').toString(),
    ) as [string, string, string, number, number, string];
    if (expiresAt * 1000 <= nowMs || tag !== this.tagOf(keyId)) return null;
    if (!(await this.isActive(keyId))) return null;
    return { videoId, file, keyId, expiresAt, inline: inline === 1 };
  }

  private async isActive(keyId: string): Promise<boolean> {
    const { enableAuth, apiKey } = this.config.security;
    if (keyId === ANONYMOUS) return !enableAuth;
    if (keyId === CONFIGURED) return apiKey !== null;
    return (await this.keys.findUsable(keyId)) !== null;
  }

  /** Ties the links of the configured key to that very key: it has no row that could be revoked. */
  private tagOf(keyId: string): string {
    const { apiKey } = this.config.security;
    if (keyId !== CONFIGURED || apiKey === null) return '';
    return createHash('sha256').update(`link ${apiKey}`).digest('base64url').slice(0, 12);
  }

  private async signatureOf(payload: string): Promise<string> {
    this.secret ??= this.sharedSecret();
    const secret = await this.secret.catch((error: unknown) => {
      this.secret = null;
      throw error;
    });
    return createHmac('sha256', secret).update(payload).digest('base64url');
  }

  /** In the database, so that every process accepts the links of any other. */
  private async sharedSecret(): Promise<string> {
    await this.dataSource.query(
      `INSERT INTO service_secrets (name, secret) VALUES ('links', $1) ON CONFLICT DO NOTHING`,
      [randomBytes(32).toString('base64url')],
    );
    const [row] = await this.dataSource.query<[{ secret: string }]>(
      `SELECT secret FROM service_secrets WHERE name = 'links'`,
    );
    return row.secret;
  }
}

function sameText(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)];
  return first.length === second.length && timingSafeEqual(first, second);
}

@Module({ imports: [KeyStoreModule], providers: [LinkSigner], exports: [LinkSigner] })
export class LinksModule {}
