import {
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { AuditLog } from '../engine/audit/audit-log.js';
import { JobQueries } from '../engine/jobs/job-queries.js';
import { OutgoingQueries } from '../engine/outgoing/outgoing-queries.js';
import {
  type Caller,
  CurrentCaller,
  CurrentKey,
  type Identity,
  RequireScopes,
} from '../http/access/access.js';
import { visibleOwner } from '../http/access/visibility.js';
import { Envelope, type WithMessage } from '../http/responses/envelope.js';
import { matchesETag, weakETag } from '../http/preconditions/if-none-match.js';
import { type LinkTo, linksOf } from '../http/routes/links.js';
import {
  ApiCsrfHeader,
  ApiEnvelope,
  ApiErrors,
  ApiIdempotencyKey,
  ApiIfNoneMatch,
} from '../http/openapi/responses.js';
import { createdBetween, pageRequest } from '../http/paging/page-query.js';
import { jobPagination } from '../http/paging/pagination.dto.js';
import { respondWithJob } from '../submissions/created-job.js';
import { CreatedJobDto } from '../submissions/created-job.dto.js';
import { findJob } from './find-job.js';
import { toJobDto, toStatusDto, toSummaryDto } from './job-responses.js';
import { JobDto, JobListDto, JobsQuery, JobStatusDto } from './jobs.dto.js';
import { JobsService } from './jobs.service.js';
import { RetryService } from './retry.service.js';

@ApiTags('Jobs')
@Controller('jobs')
export class JobsController {
  private readonly link: LinkTo;

  constructor(
    private readonly service: JobsService,
    private readonly jobs: JobQueries,
    private readonly audit: AuditLog,
    private readonly retries: RetryService,
    private readonly outgoing: OutgoingQueries,
    @Inject(CONFIG) config: Config,
  ) {
    this.link = linksOf(config);
  }

  @Get()
  @RequireScopes('jobs:read')
  @Envelope('Jobs listed')
  @ApiOperation({ summary: 'List jobs, newest first' })
  @ApiEnvelope(JobListDto)
  @ApiErrors('VALIDATION_ERROR')
  async list(@Query() query: JobsQuery, @CurrentKey() key: Identity): Promise<JobListDto> {
    const filter = {
      ...createdBetween(query),
      keyId: visibleOwner(key),
      status: query.status ?? null,
      batchId: query.batch ?? null,
      videosOnly: false,
    };
    const page = await this.jobs.page(filter, pageRequest(query));
    return {
      jobs: page.jobs.map((job) => toSummaryDto(job, this.link)),
      pagination: jobPagination(query, page),
    };
  }

  @Get(':id')
  @RequireScopes('jobs:read')
  @Envelope('Job found')
  @ApiOperation({ summary: 'Get job details' })
  @ApiEnvelope(JobDto)
  @ApiErrors('JOB_NOT_FOUND')
  async get(@Param('id') id: string, @CurrentKey() key: Identity): Promise<JobDto> {
    const job = await findJob((jobId) => this.jobs.findWithConfig(jobId), id, key);
    const clockOf = this.jobs.clock(id, visibleOwner(key));
    const eventsOf = this.audit.ofJob(id);
    const [clock, events, deliveries] = await Promise.all([
      clockOf,
      eventsOf,
      this.outgoing.ofJob(job.id),
    ]);
    return toJobDto(job, { clock, events, deliveries }, this.link);
  }

  @Get(':id/status')
  @RequireScopes('jobs:read')
  @Envelope('Job status', { flat: true })
  @ApiOperation({ summary: 'Get the status of a job; suitable for polling' })
  @ApiIfNoneMatch()
  @ApiEnvelope(JobStatusDto, { flat: true })
  @ApiResponse({ status: 304, description: 'The status still matches `If-None-Match`' })
  @ApiErrors('JOB_NOT_FOUND')
  async status(
    @Param('id') id: string,
    @CurrentKey() key: Identity,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res({ passthrough: true }) res: Response,
  ): Promise<JobStatusDto> {
    const status = toStatusDto(await this.service.status(id, key));
    const tag = weakETag(status);
    res.setHeader('ETag', tag);
    // Express omits the body of a 304.
    if (matchesETag(ifNoneMatch, tag)) res.status(304);
    return status;
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @RequireScopes('jobs:cancel')
  @Envelope('Job cancelled', { flat: true })
  @ApiOperation({ summary: 'Cancel a pending or processing job' })
  @ApiCsrfHeader()
  @ApiEnvelope(JobStatusDto, { flat: true })
  @ApiErrors('JOB_NOT_FOUND', 'JOB_NOT_CANCELLABLE')
  async cancel(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<JobStatusDto> {
    return toStatusDto(await this.service.cancel(id, caller));
  }

  @Post(':id/retry')
  @HttpCode(202)
  @RequireScopes('videos:write')
  @Envelope('Video generation job created', { flat: true })
  @ApiOperation({
    summary: 'Repeat a failed or cancelled job',
    description:
      'Creates a job with the same config for the key of the request. `retry_of` of the new job is the ID of ' +
      'the old one, which does not change. The limits of the key are those of any submission.',
  })
  @ApiCsrfHeader()
  @ApiIdempotencyKey()
  @ApiEnvelope(CreatedJobDto, { flat: true, status: 202 })
  @ApiErrors('JOB_NOT_FOUND', 'JOB_NOT_RETRYABLE', 'VALIDATION_ERROR', 'IDEMPOTENCY_KEY_REUSED')
  async retry(
    @Param('id') id: string,
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Res({ passthrough: true }) res: Response,
  ): Promise<CreatedJobDto | WithMessage<CreatedJobDto>> {
    const created = await this.retries.retry(id, caller, idempotencyKey);
    return respondWithJob(created, this.link, res);
  }
}
