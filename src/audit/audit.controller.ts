import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditLog } from '../engine/audit/audit-log.js';
import { CurrentKey, type Identity, RequireScopes } from '../http/access/access.js';
import { visibleOwner } from '../http/access/visibility.js';
import { toAuditEventDto } from '../http/responses/audit-event.dto.js';
import { Envelope } from '../http/responses/envelope.js';
import { ApiEnvelope, ApiErrors } from '../http/openapi/responses.js';
import { createdBetween, cursorPosition } from '../http/paging/page-query.js';
import { cursorPagination } from '../http/paging/pagination.dto.js';
import { AuditListDto, AuditQuery } from './audit.dto.js';

@ApiTags('Audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly audit: AuditLog) {}

  @Get('events')
  @RequireScopes('audit:read')
  @Envelope('Audit events listed')
  @ApiOperation({
    summary: 'Search the audit trail, newest first',
    description:
      'An administrator sees all events. Any other key sees the events of its own jobs and of ' +
      'itself. The list has no total, because counting many events costs more than reading a page.',
  })
  @ApiEnvelope(AuditListDto)
  @ApiErrors('VALIDATION_ERROR')
  async list(@Query() query: AuditQuery, @CurrentKey() key: Identity): Promise<AuditListDto> {
    const { createdAfter, createdBefore } = createdBetween(query);
    const { events, hasMore } = await this.audit.page(
      {
        ownerId: visibleOwner(key),
        jobId: query.job_id ?? null,
        keyId: query.key_id ?? null,
        requestId: query.request_id ?? null,
        type: query.type ?? null,
        after: createdAfter,
        before: createdBefore,
      },
      query.limit,
      cursorPosition(query, 'number'),
    );
    return {
      events: events.map(toAuditEventDto),
      pagination: cursorPagination(query, hasMore, events.at(-1)),
    };
  }
}
