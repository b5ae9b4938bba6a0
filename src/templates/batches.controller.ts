import { Body, Controller, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentKey, type Identity, RequestId, RequireScopes } from '../http/access/access.js';
import { Envelope, WithMessage } from '../http/responses/envelope.js';
import { ApiCsrfHeader, ApiEnvelope, ApiErrors } from '../http/openapi/responses.js';
import { BATCH_EXAMPLES, BATCH_REQUEST_SCHEMA } from './batch-request.js';
import { BatchDto, CreatedBatchDto } from './batches.dto.js';
import { BatchesService } from './batches.service.js';

@ApiTags('Batches')
@Controller()
export class BatchesController {
  constructor(private readonly batches: BatchesService) {}

  @Post('videos/batch')
  @HttpCode(202)
  @RequireScopes('videos:write')
  @Envelope('Batch of video generation jobs created')
  @ApiOperation({
    summary: 'Create a job for each of many sets of variables',
    description: 'All or none: when one item is wrong nothing is created, and all issues are told.',
  })
  @ApiCsrfHeader()
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'As of `POST /videos`, for the whole batch.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  })
  @ApiBody({ schema: BATCH_REQUEST_SCHEMA, examples: BATCH_EXAMPLES })
  @ApiEnvelope(CreatedBatchDto, { status: 202 })
  @ApiErrors('TEMPLATE_NOT_FOUND', 'IDEMPOTENCY_KEY_REUSED')
  async create(
    @Body() body: unknown,
    @CurrentKey() key: Identity,
    @RequestId() requestId: string,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Res({ passthrough: true }) res: Response,
  ): Promise<CreatedBatchDto | WithMessage<CreatedBatchDto>> {
    const created = await this.batches.create(body, key, requestId, idempotencyKey);
    res.location(this.batches.link(`/batches/${created.batch.batch_id}`));
    if (created.replayed) res.setHeader('Idempotent-Replayed', 'true');
    return answerOf(created.batch);
  }

  @Get('batches/:id')
  @RequireScopes('jobs:read')
  @Envelope('Batch found')
  @ApiOperation({ summary: 'Get a batch: how many of its jobs are in which state' })
  @ApiEnvelope(BatchDto)
  @ApiErrors('BATCH_NOT_FOUND')
  get(@Param('id') id: string, @CurrentKey() key: Identity): Promise<BatchDto> {
    return this.batches.get(id, key);
  }

  @Post('batches/:id/cancel')
  @HttpCode(200)
  @RequireScopes('jobs:cancel')
  @Envelope('Batch cancelled')
  @ApiOperation({ summary: 'Cancel all jobs of a batch that have not come to their end' })
  @ApiCsrfHeader()
  @ApiEnvelope(BatchDto)
  @ApiErrors('BATCH_NOT_FOUND')
  cancel(
    @Param('id') id: string,
    @CurrentKey() key: Identity,
    @RequestId() requestId: string,
  ): Promise<BatchDto> {
    return this.batches.cancel(id, key, requestId);
  }
}

/** A batch that was sent again may have lost some of its videos. */
function answerOf(batch: CreatedBatchDto): CreatedBatchDto | WithMessage<CreatedBatchDto> {
  const lost = batch.deleted_job_ids;
  if (lost === undefined) return batch;
  const deleted = `${lost.length} of the ${batch.job_ids.length} videos of this request`;
  return new WithMessage(
    batch,
    `${deleted} were deleted; send another Idempotency-Key to make them again`,
  );
}
