import { Controller, Get, Headers, Param, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { isFinal } from '../core/job/job-status.js';
import { AuditLog } from '../engine/audit/audit-log.js';
import { JobQueries } from '../engine/jobs/job-queries.js';
import { CurrentKey, type Identity, RequestId, RequireScopes } from '../http/access/access.js';
import { toAuditEventDto } from '../audit/audit-event.dto.js';
import { toEnvelope } from '../http/responses/envelope.js';
import { ApiError } from '../http/errors/api-error.js';
import { ApiEnvelope, ApiErrors } from '../http/openapi/responses.js';
import { ownedJob } from '../http/access/visibility.js';
import { wantsEventStream } from './event-stream.js';
import { JobEventsService } from './job-events.service.js';
import { JobEventsDto } from './jobs.dto.js';

@ApiTags('Jobs')
@Controller('jobs')
export class JobEventsController {
  constructor(
    private readonly jobs: JobQueries,
    private readonly audit: AuditLog,
    private readonly streams: JobEventsService,
  ) {}

  @Get(':id/events')
  @RequireScopes('jobs:read')
  @ApiOperation({
    summary: 'The audit trail of a job; live with `Accept: text/event-stream`',
    description:
      'Live, each audit event comes as a server-sent event named by its type, with its `id`; ' +
      '`progress` events tell status, progress and step in between. The stream ends after the ' +
      'final event. A client that connects again with the `Last-Event-ID` of that gets 204.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'With a stream: resume after this audit event.',
    schema: { type: 'string' },
  })
  @ApiProduces('application/json', 'text/event-stream')
  @ApiEnvelope(JobEventsDto)
  @ApiResponse({ status: 204, description: 'With a stream: nothing more will happen to the job' })
  @ApiErrors('JOB_NOT_FOUND', 'VALIDATION_ERROR', 'RATE_LIMIT_EXCEEDED')
  async events(
    @Param('id') id: string,
    @CurrentKey() key: Identity,
    @RequestId() requestId: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const job = await ownedJob((jobId) => this.jobs.findStatus(jobId), id, key, 'JOB_NOT_FOUND');
    res.vary('Accept');
    if (!wantsEventStream(req)) {
      const events = (await this.audit.ofJob(job.id)).map(toAuditEventDto);
      const options = { message: 'Job events listed', flat: false };
      res.json(toEnvelope({ job_id: job.id, events }, options, requestId));
      return;
    }
    const seen = eventNumber(lastEventId);
    const nothingMore =
      isFinal(job.status) && (await this.audit.newerOfJobs(new Map([[job.id, seen]]))).length === 0;
    if (nothingMore || req.method === 'HEAD') res.status(nothingMore ? 204 : 200).end();
    else this.streams.open(res, { jobId: job.id, keyId: key.id, seen });
  }
}

/** @throws ApiError VALIDATION_ERROR for what is no id of an event */
function eventNumber(text: string | undefined): number {
  if (text === undefined || text === '') return 0;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const message = 'It must be the id of an event of this stream.';
  throw ApiError.validation([{ pointer: 'Last-Event-ID', message }]);
}
