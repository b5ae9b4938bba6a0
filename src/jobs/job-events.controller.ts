import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { toAuditEventDto } from '../http/responses/audit-event.dto.js';
import { isFinal } from '../core/job/job-status.js';
import { AuditLog } from '../engine/audit/audit-log.js';
import { JobQueries, type JobStatusRow } from '../engine/jobs/job-queries.js';
import { type Caller, CurrentCaller, RequireScopes } from '../http/access/access.js';
import { ApiError } from '../http/errors/api-error.js';
import { toEnvelope } from '../http/responses/envelope.js';
import { wantsEventStream } from './event-stream.js';
import { findJob } from './find-job.js';
import { ApiJobEvents } from './job-events.openapi.js';
import { JobEventsService } from './job-events.service.js';

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
  @ApiJobEvents()
  async events(
    @Param('id') id: string,
    @CurrentCaller() caller: Caller,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const job = await findJob((jobId) => this.jobs.findStatus(jobId), id, caller);
    res.vary('Accept');
    if (!wantsEventStream(req)) {
      const events = (await this.audit.ofJob(job.id)).map(toAuditEventDto);
      const options = { message: 'Job events listed', flat: false };
      res.json(toEnvelope({ job_id: job.id, events }, options, caller.requestId));
      return;
    }
    const lastEventId = parseEventId(req.get('last-event-id'));
    const isOver = await this.isOver(job, lastEventId);
    if (isOver || req.method === 'HEAD') res.status(isOver ? 204 : 200).end();
    else this.streams.open(res, { jobId: job.id, keyId: caller.id, seen: lastEventId });
  }

  /** True if no event can follow. */
  private async isOver({ id, status }: JobStatusRow, lastEventId: number): Promise<boolean> {
    if (!isFinal(status)) return false;
    const newer = await this.audit.newerOfJobs(new Map([[id, lastEventId]]));
    return newer.length === 0;
  }
}

/** The number in `Last-Event-ID`; 0 without the header. @throws ApiError VALIDATION_ERROR */
function parseEventId(header: string | undefined): number {
  if (header === undefined || header === '') return 0;
  if (/^\d{1,15}$/.test(header)) return Number(header);
  const message = 'Send the ID of an event of this stream.';
  throw ApiError.validation([{ pointer: 'Last-Event-ID', message }]);
}
