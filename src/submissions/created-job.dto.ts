import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { JOB_STATUSES, type JobStatus } from '../core/job/job-status.js';

/** The response to a request that creates a job. */
export class CreatedJobDto {
  @ApiProperty({ type: String, format: 'uuid' })
  job_id!: string;

  @ApiProperty({ type: String, enum: JOB_STATUSES })
  status!: JobStatus;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description:
      'When the video was deleted. Present only if the request was sent again after that.',
  })
  deleted_at?: string;
}
