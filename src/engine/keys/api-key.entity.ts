import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An API key, without the secret. */
@Entity('api_keys')
export class ApiKeyEntity {
  /** The public part of the key. Jobs refer to their owner by it. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  /** The SHA-256 of the whole key. A random key of 256 bits does not need a slow hash. */
  @Column('bytea')
  hash!: Buffer;

  @Column('text', { array: true })
  scopes!: string[];

  /** The limits that the key has itself, by name. */
  @Column('jsonb')
  limits!: Partial<Record<string, number>>;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Null: the key never expires. */
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  /** Updated at most once a minute. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;
}
