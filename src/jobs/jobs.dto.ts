import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { HIGHEST_PRIORITY, LOWEST_PRIORITY } from '../core/job/priority.js';
import { JOB_STATUSES, type JobStatus } from '../core/job/job-status.js';
import { DeliveryDto } from '../http/deliveries/delivery.dto.js';
import { AuditEventDto } from '../http/responses/audit-event.dto.js';
import { PageQuery } from '../http/paging/page-query.js';
import { PaginationDto } from '../http/paging/pagination.dto.js';
import { expectation } from '../http/validation/expectation.js';

const TIME = { type: String, format: 'date-time' } as const;
const TIME_OR_NULL = { ...TIME, nullable: true } as const;

export class JobsQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, enum: JOB_STATUSES })
  @IsOptional()
  @IsIn(JOB_STATUSES, expectation(`one of ${JOB_STATUSES.join(', ')}`))
  status?: JobStatus;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'Returns only the jobs of this batch.',
  })
  @IsOptional()
  @IsUUID('all', expectation('the ID of a batch'))
  batch?: string;
}

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

  @ApiProperty({ ...TIME_OR_NULL, description: 'When the video was deleted.' })
  deleted_at!: string | null;
}

class JobLinksDto {
  @ApiProperty({ type: String })
  self!: string;

  @ApiProperty({ type: String })
  status!: string;

  @ApiProperty({ type: String })
  events!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null if the video was deleted.' })
  video!: string | null;
}

export class JobSummaryDto extends JobStatusDto {
  @ApiProperty({
    type: 'integer',
    description: 'The number of times that a worker has started the job.',
  })
  attempt!: number;

  @ApiProperty({
    type: 'integer',
    minimum: LOWEST_PRIORITY,
    maximum: HIGHEST_PRIORITY,
    description: 'Jobs with a higher priority start first.',
    example: 0,
  })
  priority!: number;

  @ApiProperty({ type: [String] })
  warnings!: readonly string[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  batch_id!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  template_id!: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  template_revision!: number | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The job that this one repeats.',
  })
  retry_of!: string | null;

  @ApiProperty(TIME)
  created_at!: string;

  @ApiProperty(TIME_OR_NULL)
  started_at!: string | null;

  @ApiProperty(TIME_OR_NULL)
  finished_at!: string | null;

  @ApiProperty({ type: JobLinksDto })
  links!: JobLinksDto;
}

export class StageDto {
  @ApiProperty({ type: String, example: 'segments' })
  step!: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Null while the step runs. Accurate to about a second until the job is completed.',
    example: 3.1,
  })
  seconds!: number | null;
}

export class JobDto extends JobSummaryDto {
  @ApiProperty({ type: Object, description: 'The submitted video config.' })
  config!: unknown;

  @ApiProperty({
    description: 'The `client-data` of the config, unchanged. Null without it.',
    nullable: true,
    example: { order: 17 },
  })
  client_data!: unknown;

  @ApiProperty({
    type: [DeliveryDto],
    description: 'The deliveries of the finished video. Empty before, and without `destinations`.',
  })
  deliveries!: readonly DeliveryDto[];

  @ApiProperty({ type: [StageDto], description: 'The steps of the current attempt.' })
  steps!: readonly StageDto[];

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'Remaining render time in seconds, extrapolated from the progress. Null if it is unknown.',
    example: 12,
  })
  estimated_remaining_seconds!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'Position of a pending job in the order of turns, among the jobs that this key can see. 1 is next. Jobs with a higher priority, or of keys with fewer waiting jobs, may still come before it.',
    example: 1,
  })
  queue_position!: number | null;
}

export class JobListDto {
  @ApiProperty({ type: [JobSummaryDto] })
  jobs!: readonly JobSummaryDto[];

  @ApiProperty({ type: PaginationDto })
  pagination!: PaginationDto;
}

export class JobEventsDto {
  @ApiProperty({ type: String, format: 'uuid' })
  job_id!: string;

  @ApiProperty({ type: [AuditEventDto] })
  events!: readonly AuditEventDto[];
}
