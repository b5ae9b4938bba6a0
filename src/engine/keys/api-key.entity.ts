import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key to the API: everything about it but the key itself. */
@Entity('api_keys')
export class ApiKeyEntity {
  /** The part of the key that may be shown, and what jobs name as their owner. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  /** SHA-256 of the whole key; a random key of 256 bits needs no slow hash. */
  @Column('bytea')
  hash!: Buffer;

  @Column('text', { array: true })
  scopes!: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Null: never. */
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  /** Written at most once a minute. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;
}
