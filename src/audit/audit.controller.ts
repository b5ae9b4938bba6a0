import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditLog } from '../engine/audit/audit-log.js';
import { CurrentKey, type Identity, RequireScopes } from '../http/access/access.js';
import { toAuditEventDto } from './audit-event.dto.js';
import { Envelope } from '../http/responses/envelope.js';
import { ApiEnvelope, ApiErrors } from '../http/openapi/responses.js';
import { writeCursor } from '../http/paging/cursor.js';
import { cursorOf, instantOf } from '../http/paging/page-query.js';
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
      'An administrator sees everything; another key what concerns its own jobs and itself. ' +
      'Without a total: events are many, and counting them would cost more than reading them.',
  })
  @ApiEnvelope(AuditListDto)
  @ApiErrors('VALIDATION_ERROR')
  async list(@Query() query: AuditQuery, @CurrentKey() key: Identity): Promise<AuditListDto> {
    const { limit } = query;
    const { events, hasMore } = await this.audit.page(
      {
        ownerId: key.isAdmin ? null : key.id,
        jobId: query.job_id ?? null,
        keyId: query.key_id ?? null,
        requestId: query.request_id ?? null,
        type: query.type ?? null,
        after: instantOf(query.created_after),
        before: instantOf(query.created_before),
      },
      limit,
      cursorOf(query, 'number'),
    );
    const last = events.at(-1);
    return {
      events: events.map(toAuditEventDto),
      pagination: {
        limit,
        has_more: hasMore,
        next_cursor: hasMore && last ? writeCursor(last) : null,
      },
    };
  }
}
