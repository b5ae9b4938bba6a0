import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export type AuditEventType =
  | 'job.accepted'
  | 'job.started'
  | 'job.handed_back'
  | 'job.completed'
  | 'job.failed'
  | 'job.cancelled';

/** One thing that happened to a job; rows are only ever added. */
@Entity('audit_events')
export class AuditEventEntity {
  /** A bigint, which the driver gives as a string. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid', { name: 'job_id', nullable: true })
  jobId!: string | null;

  @Column('text', { name: 'key_id', nullable: true })
  keyId!: string | null;

  @Column('text', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column('text')
  type!: AuditEventType;

  @Column('jsonb')
  data!: Record<string, unknown>;

  @Column('timestamptz')
  at!: Date;
}
