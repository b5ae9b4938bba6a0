import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { IdempotencyKey } from '../engine/jobs/idempotency.js';
import {
  type Caller,
  CurrentCaller,
  CurrentKey,
  type Identity,
  RequireScopes,
} from '../http/access/access.js';
import { Envelope, WithMessage } from '../http/responses/envelope.js';
import {
  ApiCsrfHeader,
  ApiEnvelope,
  ApiErrors,
  ApiIdempotencyKey,
} from '../http/openapi/responses.js';
import { JsonBodyPipe } from '../http/validation/json-body.pipe.js';
import { Idempotency } from '../submissions/idempotency.js';
import { BATCH_EXAMPLES, BATCH_SCHEMA, batchRequest, type BatchRequest } from './batch-request.js';
import { BatchDto, CreatedBatchDto } from './batches.dto.js';
import { BatchesService } from './batches.service.js';
import { counted } from '../core/util/counted.js';

@ApiTags('Batches')
@Controller()
export class BatchesController {
  constructor(private readonly batches: BatchesService) {}

  @Post('videos/batch')
  @HttpCode(202)
  @RequireScopes('videos:write')
  @Envelope('Batch of video generation jobs created')
  @ApiOperation({
    summary: 'Create many video generation jobs with different variables',
    description:
      'Creates either all jobs or none. If an item is invalid, the response lists the issues of all items.',
  })
  @ApiCsrfHeader()
  @ApiIdempotencyKey()
  @ApiBody({ schema: BATCH_SCHEMA, examples: BATCH_EXAMPLES })
  @ApiEnvelope(CreatedBatchDto, { status: 202 })
  @ApiErrors('TEMPLATE_NOT_FOUND', 'IDEMPOTENCY_KEY_REUSED')
  async create(
    @Body(new JsonBodyPipe(batchRequest)) request: BatchRequest,
    @CurrentCaller() caller: Caller,
    @Idempotency() idempotency: IdempotencyKey | null,
    @Res({ passthrough: true }) res: Response,
  ): Promise<CreatedBatchDto | WithMessage<CreatedBatchDto>> {
    const created = await this.batches.create(request, caller, idempotency);
    res.location(this.batches.link(`/batches/${created.batch.batch_id}`));
    if (created.replayed) res.setHeader('Idempotent-Replayed', 'true');
    return respondWithBatch(created.batch);
  }

  @Get('batches/:id')
  @RequireScopes('jobs:read')
  @Envelope('Batch found')
  @ApiOperation({ summary: 'Get a batch with the number of its jobs by status' })
  @ApiEnvelope(BatchDto)
  @ApiErrors('BATCH_NOT_FOUND')
  get(@Param('id') id: string, @CurrentKey() key: Identity): Promise<BatchDto> {
    return this.batches.get(id, key);
  }

  @Post('batches/:id/cancel')
  @HttpCode(200)
  @RequireScopes('jobs:cancel')
  @Envelope('Batch cancelled')
  @ApiOperation({ summary: 'Cancel all pending and processing jobs of a batch' })
  @ApiCsrfHeader()
  @ApiEnvelope(BatchDto)
  @ApiErrors('BATCH_NOT_FOUND')
  cancel(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<BatchDto> {
    return this.batches.cancel(id, caller);
  }
}

/** Explains which videos of a repeated request were deleted. */
function respondWithBatch(batch: CreatedBatchDto): CreatedBatchDto | WithMessage<CreatedBatchDto> {
  const deleted = batch.deleted_job_ids;
  if (deleted === undefined) return batch;
  const share = `${deleted.length} of the ${counted(batch.job_ids.length, 'video')} of this request`;
  return new WithMessage(
    batch,
    `${share} were deleted; to create them again, send a new Idempotency-Key`,
  );
}
