import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JobFailureCode } from '../../core/job/job-failure.js';
import type { JobStatus } from '../../core/job/job-status.js';
import type { Delivery } from '../../core/project/types/index.js';
import type { JobStep, VideoResult } from './job-result.js';

/** What a job keeps of `Delivery`. */
export type JobDelivery = Partial<
  Pick<Delivery, 'webhooks' | 'destinations' | 'filename' | 'stills'>
>;

/** A job: a video config, and the state of its render. */
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

  /** The number of claims. It is a fencing token: a statement with an earlier attempt changes nothing. */
  @Column('integer')
  attempt!: number;

  @Column('text', { name: 'worker_id', nullable: true })
  workerId!: string | null;

  /** The number of attempts in which the worker died. */
  @Column('integer', { name: 'lost_attempts' })
  lostAttempts!: number;

  /** The number of attempts that the service gave up for a fault of its machine. */
  @Column('integer', { name: 'failed_attempts' })
  failedAttempts!: number;

  /** The job that this one repeats, or null. */
  @Column('uuid', { name: 'retry_of', nullable: true })
  retryOf!: string | null;

  /** The config as submitted. It can have 1 MiB, so queries read it only on request. */
  @Column('jsonb', { select: false })
  config!: unknown;

  /** What happens with the finished video, without what only the checks need. Null: nothing. */
  @Column('jsonb', { nullable: true })
  delivery!: JobDelivery | null;

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

  /** The batch that the job belongs to, or null. */
  @Column('uuid', { name: 'batch_id', nullable: true })
  batchId!: string | null;

  /** The template of the job, or null. `config` contains a copy of the template. */
  @Column('uuid', { name: 'template_id', nullable: true })
  templateId!: string | null;

  @Column('integer', { name: 'template_revision', nullable: true })
  templateRevision!: number | null;

  /** From -5 to 5. Jobs with a higher priority start first. */
  @Column('smallint')
  priority!: number;

  /** In whole milliseconds, so that the API does not lose precision. */
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  /** When the current attempt began. `startedAt` is the time of the first attempt. */
  @Column('timestamptz', { name: 'attempt_started_at', nullable: true })
  attemptStartedAt!: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  /** When the video was deleted. The job and its audit events remain. */
  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
