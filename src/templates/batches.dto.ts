import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { JOB_STATUSES, type JobStatus } from '../core/job/job-status.js';

const COUNT = { type: 'integer', example: 1 } as const;

export class CreatedBatchDto {
  @ApiProperty({ type: String, format: 'uuid' })
  batch_id!: string;

  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: 'IDs of the jobs, in the order of the items.',
  })
  job_ids!: readonly string[];

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    description:
      'IDs of the jobs whose videos were deleted. Present only if the request was sent again after that.',
  })
  deleted_job_ids?: readonly string[];
}

class BatchCountsDto implements Record<JobStatus, number> {
  @ApiProperty(COUNT)
  pending!: number;

  @ApiProperty(COUNT)
  processing!: number;

  @ApiProperty(COUNT)
  completed!: number;

  @ApiProperty(COUNT)
  failed!: number;

  @ApiProperty(COUNT)
  cancelled!: number;
}

class BatchLinksDto {
  @ApiProperty({ type: String })
  self!: string;

  @ApiProperty({ type: String })
  jobs!: string;
}

export class BatchDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'integer', description: 'The number of jobs.', example: 3 })
  size!: number;

  @ApiProperty({
    type: BatchCountsDto,
    description: `The number of jobs by status: ${JOB_STATUSES.join(', ')}.`,
  })
  counts!: BatchCountsDto;

  @ApiProperty({ type: Boolean, description: 'True if all jobs have ended.' })
  finished!: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  created_at!: string;

  @ApiProperty({ type: BatchLinksDto })
  links!: BatchLinksDto;
}
