import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { AUDIT_EVENT_TYPES, type AuditEventType } from '../engine/audit/audit-event.entity.js';
import { AuditEventDto } from '../http/responses/audit-event.dto.js';
import { CursorQuery } from '../http/paging/page-query.js';
import { CursorPaginationDto } from '../http/paging/pagination.dto.js';
import { expectation } from '../http/validation/expectation.js';

/** The format of key IDs and request IDs, including those that clients chose. */
const ID = /^[A-Za-z0-9._-]{1,64}$/;

export class AuditQuery extends CursorQuery {
  @ApiPropertyOptional({ type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID('all', expectation('the ID of a job'))
  job_id?: string;

  @ApiPropertyOptional({ type: String, description: 'ID of the key that caused the event.' })
  @IsOptional()
  @Matches(ID, expectation('the ID of an API key'))
  key_id?: string;

  @ApiPropertyOptional({ type: String, enum: AUDIT_EVENT_TYPES })
  @IsOptional()
  @IsIn(AUDIT_EVENT_TYPES, expectation(`one of ${AUDIT_EVENT_TYPES.join(', ')}`))
  type?: AuditEventType;

  @ApiPropertyOptional({ type: String })
  @IsOptional()
  @Matches(ID, expectation('the ID of a request'))
  request_id?: string;
}

export class AuditListDto {
  @ApiProperty({ type: [AuditEventDto] })
  events!: readonly AuditEventDto[];

  @ApiProperty({ type: CursorPaginationDto })
  pagination!: CursorPaginationDto;
}
