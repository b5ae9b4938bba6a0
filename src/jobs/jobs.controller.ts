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
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { AuditLog } from '../engine/audit/audit-log.js';
import { JobQueries } from '../engine/jobs/job-queries.js';
import { JobStore } from '../engine/jobs/job-store.js';
import { CurrentKey, type Identity, RequestId, RequireScopes } from '../http/access/access.js';
import { Envelope } from '../http/responses/envelope.js';
import { ApiError } from '../http/errors/api-error.js';
import { matchesETag, weakETag } from '../http/preconditions/if-none-match.js';
import { type LinkTo, linksOf } from '../http/routes/links.js';
import { ApiCsrfHeader, ApiEnvelope, ApiErrors } from '../http/openapi/responses.js';
import { ownedJob } from '../http/access/visibility.js';
import { cursorOf, instantOf } from '../http/paging/page-query.js';
import { paginationOf } from '../http/paging/pagination.dto.js';
import { toJobDto, toStatusDto, toSummaryDto } from './job-responses.js';
import { JobDto, JobListDto, JobsQuery, JobStatusDto } from './jobs.dto.js';

@ApiTags('Jobs')
@Controller('jobs')
export class JobsController {
  private readonly link: LinkTo;

  constructor(
    private readonly store: JobStore,
    private readonly jobs: JobQueries,
    private readonly audit: AuditLog,
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
    const page = await this.jobs.page(
      {
        keyId: key.isAdmin ? null : key.id,
        status: query.status ?? null,
        batchId: query.batch ?? null,
        createdAfter: instantOf(query.created_after),
        createdBefore: instantOf(query.created_before),
        videosOnly: false,
      },
      { limit: query.limit, offset: query.offset ?? 0, after: cursorOf(query, 'uuid') },
    );
    return {
      jobs: page.jobs.map((job) => toSummaryDto(job, this.link)),
      pagination: paginationOf(query, page),
    };
  }

  @Get(':id')
  @RequireScopes('jobs:read')
  @Envelope('Job found')
  @ApiOperation({ summary: 'Get job details' })
  @ApiEnvelope(JobDto)
  @ApiErrors('JOB_NOT_FOUND')
  async get(@Param('id') id: string, @CurrentKey() key: Identity): Promise<JobDto> {
    const find = (jobId: string) => this.jobs.findWithConfig(jobId);
    const job = await ownedJob(find, id, key, 'JOB_NOT_FOUND');
    const [clock, events] = await Promise.all([this.jobs.clock(id), this.audit.ofJob(id)]);
    return toJobDto(job, clock, events, this.link);
  }

  @Get(':id/status')
  @RequireScopes('jobs:read')
  @Envelope('Job status', { flat: true })
  @ApiOperation({ summary: 'Get job status; cheap to poll, more so with `If-None-Match`' })
  @ApiHeader({ name: 'If-None-Match', required: false, schema: { type: 'string' } })
  @ApiEnvelope(JobStatusDto, { flat: true })
  @ApiResponse({ status: 304, description: 'Nothing has changed since the `ETag` that was sent' })
  @ApiErrors('JOB_NOT_FOUND')
  async status(
    @Param('id') id: string,
    @CurrentKey() key: Identity,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res({ passthrough: true }) res: Response,
  ): Promise<JobStatusDto> {
    const status = toStatusDto(await this.owned(id, key));
    const tag = weakETag(status);
    res.setHeader('ETag', tag);
    // Express leaves the body out.
    if (matchesETag(ifNoneMatch, tag)) res.status(304);
    return status;
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @RequireScopes('jobs:cancel')
  @Envelope('Job cancelled', { flat: true })
  @ApiOperation({ summary: 'Cancel a job that is not finished' })
  @ApiCsrfHeader()
  @ApiEnvelope(JobStatusDto, { flat: true })
  @ApiErrors('JOB_NOT_FOUND', 'JOB_NOT_CANCELLABLE')
  async cancel(
    @Param('id') id: string,
    @CurrentKey() key: Identity,
    @RequestId() requestId: string,
  ): Promise<JobStatusDto> {
    await this.owned(id, key);
    await this.store.cancel(id, { keyId: key.id, requestId });
    const job = await this.owned(id, key);
    if (job.status === 'cancelled') return toStatusDto(job);
    throw new ApiError('JOB_NOT_CANCELLABLE', `The job is ${job.status}.`);
  }

  private owned(id: string, key: Identity) {
    return ownedJob((jobId) => this.jobs.findStatus(jobId), id, key, 'JOB_NOT_FOUND');
  }
}
