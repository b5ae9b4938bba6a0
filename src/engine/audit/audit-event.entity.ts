import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Everything that is recorded. */
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
  'key.created',
  'key.rotated',
  'key.revoked',
  'key.refused',
] as const;

export type AuditEventType = (typeof AUDIT_EVENT_TYPES)[number];

/** Who asks for a change: the key and the request that the audit event of the change names. */
export interface Actor {
  readonly keyId: string;
  /** Null: no request over HTTP (the command line, the service itself). */
  readonly requestId: string | null;
}

/** One thing that happened to a job, a video, a batch, a template or a key; rows are only ever added. */
@Entity('audit_events')
export class AuditEventEntity {
  /** A bigint, which the driver gives as a string. Those of one job grow in the order of commits. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid', { name: 'job_id', nullable: true })
  jobId!: string | null;

  /** The key that did it; for what a worker did, the key that the job belongs to. */
  @Column('text', { name: 'key_id', nullable: true })
  keyId!: string | null;

  /** The key whose job it is, or the key that was made, renewed or ended. */
  @Column('text', { name: 'owner_id', nullable: true })
  ownerId!: string | null;

  /** The request that caused it; for what a worker did, the one that submitted the job. */
  @Column('text', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column('text')
  type!: AuditEventType;

  @Column('jsonb')
  data!: Record<string, unknown>;

  @Column('timestamptz')
  at!: Date;
}
