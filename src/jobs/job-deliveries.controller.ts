import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { JobQueries } from '../engine/jobs/job-queries.js';
import { OutgoingQueries } from '../engine/outgoing/outgoing-queries.js';
import { OutgoingStore } from '../engine/outgoing/outgoing-store.js';
import { actorOf, type Caller, CurrentCaller, RequireScopes } from '../http/access/access.js';
import { isUuid } from '../http/access/is-uuid.js';
import { DeliveryDto } from '../http/deliveries/delivery.dto.js';
import { toDeliveryDto } from '../http/deliveries/delivery-response.js';
import { ApiError } from '../http/errors/api-error.js';
import { ApiCsrfHeader, ApiEnvelope, ApiErrors } from '../http/openapi/responses.js';
import { Envelope } from '../http/responses/envelope.js';
import { findJob } from './find-job.js';

/** Deliveries of the videos of jobs. `GET /jobs/{id}` lists them. */
@ApiTags('Jobs')
@Controller('jobs/:id/deliveries')
export class JobDeliveriesController {
  constructor(
    private readonly jobs: JobQueries,
    private readonly outgoing: OutgoingQueries,
    private readonly store: OutgoingStore,
  ) {}

  @Post(':delivery/retry')
  @HttpCode(202)
  @RequireScopes('videos:write')
  @Envelope('Delivery queued again')
  @ApiOperation({
    summary: 'Deliver a video again',
    description: 'Files that are at their destination already are not sent again.',
  })
  @ApiCsrfHeader()
  @ApiEnvelope(DeliveryDto, { status: 202 })
  @ApiErrors('JOB_NOT_FOUND', 'DELIVERY_NOT_FOUND', 'DELIVERY_PENDING')
  async retry(
    @Param('id') id: string,
    @Param('delivery') deliveryId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<DeliveryDto> {
    const job = await findJob((jobId) => this.jobs.findStatus(jobId), id, caller);
    const row = isUuid(deliveryId) ? await this.outgoing.find(deliveryId) : null;
    if (row?.kind !== 'file' || row.jobId !== job.id) {
      throw new ApiError('DELIVERY_NOT_FOUND', 'No delivery with this ID belongs to your key.');
    }
    if (!(await this.store.repeat(row.id, actorOf(caller), 'delivery.retried'))) {
      throw new ApiError('DELIVERY_PENDING', 'This delivery has not ended. Its attempts go on.');
    }
    return toDeliveryDto((await this.outgoing.find(row.id))!);
  }
}
