import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JobFailureCode } from '../../core/job/job-failure.js';
import type { JobStatus } from '../../core/job/job-status.js';
import type { JobStep, VideoResult } from './job-result.js';

/** A job: the project that was accepted and how far its render is. */
@Entity('jobs')
export class JobEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'key_id' })
  keyId!: string;

  @Column('text', { name: 'request_id' })
  requestId!: string;

  @Column('text')
  status!: JobStatus;

  /** 0 to 100. */
  @Column('real')
  progress!: number;

  @Column('text', { name: 'current_step', nullable: true })
  currentStep!: string | null;

  /** Counts claims; a statement that names a past attempt changes nothing (fencing token). */
  @Column('integer')
  attempt!: number;

  @Column('text', { name: 'worker_id', nullable: true })
  workerId!: string | null;

  /** As it was submitted; up to 1 MiB, so it is read only where it is asked for. */
  @Column('jsonb', { select: false })
  config!: unknown;

  @Column('jsonb')
  steps!: JobStep[];

  @Column('jsonb')
  warnings!: string[];

  @Column('jsonb', { nullable: true })
  result!: VideoResult | null;

  @Column('text', { name: 'error_code', nullable: true })
  errorCode!: JobFailureCode | null;

  @Column('text', { name: 'error_message', nullable: true })
  errorMessage!: string | null;

  @Column('text', { name: 'error_pointer', nullable: true })
  errorPointer!: string | null;

  /** The batch it was made with, or null. */
  @Column('uuid', { name: 'batch_id', nullable: true })
  batchId!: string | null;

  /** The template it was made from, or null; the config has what the template had. */
  @Column('uuid', { name: 'template_id', nullable: true })
  templateId!: string | null;

  @Column('integer', { name: 'template_revision', nullable: true })
  templateRevision!: number | null;

  /** Whole milliseconds, so that nothing is lost on its way through the API. */
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  /** When the present attempt began; `startedAt` is that of the first. */
  @Column('timestamptz', { name: 'attempt_started_at', nullable: true })
  attemptStartedAt!: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  /** When the video was deleted; the job and its audit events stay. */
  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
