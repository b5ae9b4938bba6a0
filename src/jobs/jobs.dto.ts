import { ApiProperty } from '@nestjs/swagger';
import { JOB_STATUSES, type JobStatus } from '../core/job/job-status.js';

export class JobStatusDto {
  @ApiProperty({ type: String, format: 'uuid' })
  job_id!: string;

  @ApiProperty({ type: String, enum: JOB_STATUSES })
  status!: JobStatus;

  @ApiProperty({ type: Number, minimum: 0, maximum: 100 })
  progress!: number;

  @ApiProperty({ type: String, nullable: true, example: 'segments' })
  current_step!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why the job failed.' })
  error!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'SOURCE_NOT_FOUND' })
  error_code!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '/scenes/0/elements/1' })
  error_pointer!: string | null;
}

export class JobDto extends JobStatusDto {
  @ApiProperty({ type: 'integer' })
  attempt!: number;

  @ApiProperty({ type: Object })
  config!: unknown;

  @ApiProperty({ type: [Object], example: [{ step: 'fetch', seconds: 0.2 }] })
  steps!: readonly { step: string; seconds: number }[];

  @ApiProperty({ type: [String] })
  warnings!: readonly string[];

  @ApiProperty({ type: String, format: 'date-time' })
  created_at!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  started_at!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finished_at!: string | null;
}
