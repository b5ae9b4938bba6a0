import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JobEntity } from '../engine/jobs/job.entity.js';
import { JobStore } from '../engine/jobs/job-store.js';
import { CurrentKey, type Identity, RequestId, RequireScopes } from '../http/access.js';
import { Envelope } from '../http/envelope.js';
import { ApiError } from '../http/errors/api-error.js';
import { ApiCsrfHeader, ApiEnvelope, ApiErrors } from '../http/openapi/responses.js';
import { ownedJob } from '../http/owned-job.js';
import { JobDto, JobStatusDto } from './jobs.dto.js';

@ApiTags('Jobs')
@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobStore) {}

  @Get(':id')
  @RequireScopes('jobs:read')
  @Envelope('Job found')
  @ApiOperation({ summary: 'Get job details' })
  @ApiEnvelope(JobDto)
  @ApiErrors('JOB_NOT_FOUND')
  async get(@Param('id') id: string, @CurrentKey() key: Identity): Promise<JobDto> {
    const job = await ownedJob(this.jobs, id, key);
    return {
      ...statusOf(job),
      attempt: job.attempt,
      config: job.config,
      steps: job.steps,
      warnings: job.warnings,
      created_at: job.createdAt.toISOString(),
      started_at: job.startedAt?.toISOString() ?? null,
      finished_at: job.finishedAt?.toISOString() ?? null,
    };
  }

  @Get(':id/status')
  @RequireScopes('jobs:read')
  @Envelope('Job status', { flat: true })
  @ApiOperation({ summary: 'Get job status' })
  @ApiEnvelope(JobStatusDto, { flat: true })
  @ApiErrors('JOB_NOT_FOUND')
  async status(@Param('id') id: string, @CurrentKey() key: Identity): Promise<JobStatusDto> {
    return statusOf(await ownedJob(this.jobs, id, key));
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
    await ownedJob(this.jobs, id, key);
    await this.jobs.cancel(id, { keyId: key.id, requestId });
    const job = await ownedJob(this.jobs, id, key);
    if (job.status === 'cancelled') return statusOf(job);
    throw new ApiError('JOB_NOT_CANCELLABLE', `The job is ${job.status}.`);
  }
}

function statusOf(job: JobEntity) {
  return {
    job_id: job.id,
    status: job.status,
    progress: job.progress,
    current_step: job.currentStep,
    error: job.errorMessage,
    error_code: job.errorCode,
    error_pointer: job.errorPointer,
  };
}
