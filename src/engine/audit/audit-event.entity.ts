import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The recorded events. */
export const AUDIT_EVENT_TYPES = [
  'job.accepted',
  'job.started',
  'job.step',
  'job.source_retried',
  'job.handed_back',
  'job.completed',
  'job.failed',
  'job.cancelled',
  'video.deleted',
  'batch.created',
  'batch.cancelled',
  'template.created',
  'template.updated',
  'template.deleted',
  'asset.created',
  'asset.deleted',
  'key.created',
  'key.rotated',
  'key.revoked',
  'key.refused',
  'key.limited',
  'webhook.set',
  'webhook.removed',
  'webhook.disabled',
  'webhook.secret_rotated',
  'webhook.replayed',
  'webhook.failed',
  'delivery.completed',
  'delivery.failed',
  'delivery.retried',
  'link.created',
  'retention.applied',
  'worker.started',
  'worker.stopped',
  'worker.lost',
] as const;

export type AuditEventType = (typeof AUDIT_EVENT_TYPES)[number];

/** Who makes a change: the key and the request for the audit event. */
export interface Actor {
  readonly keyId: string;
  /** Null for changes by the command line or by the service. */
  readonly requestId: string | null;
}

/** An event of a job, video, batch, template, asset, key, or worker. Rows are never changed or deleted. */
@Entity('audit_events')
export class AuditEventEntity {
  /** A bigint, which the driver returns as a string. Within a job, IDs increase in the order of commits. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid', { name: 'job_id', nullable: true })
  jobId!: string | null;

  /** The key that caused the event. For events of a worker, the key of the job. */
  @Column('text', { name: 'key_id', nullable: true })
  keyId!: string | null;

  /** The key that owns the job, or the key that was created, rotated, or revoked. */
  @Column('text', { name: 'owner_id', nullable: true })
  ownerId!: string | null;

  /** The request that caused the event. For events of a worker, the request that submitted the job. */
  @Column('text', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column('text')
  type!: AuditEventType;

  @Column('jsonb')
  data!: Record<string, unknown>;

  @Column('timestamptz')
  at!: Date;
}
