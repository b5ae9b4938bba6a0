import { ApiProperty } from '@nestjs/swagger';
import {
  AUDIT_EVENT_TYPES,
  type AuditEventEntity,
  type AuditEventType,
} from '../../engine/audit/audit-event.entity.js';

/** An audit event in the API. */
export class AuditEventDto {
  @ApiProperty({ type: String, example: '4711' })
  id!: string;

  @ApiProperty({ type: String, enum: AUDIT_EVENT_TYPES })
  type!: AuditEventType;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  job_id!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The key that caused the event.' })
  key_id!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The key that owns the affected job, or the affected key itself.',
  })
  owner_id!: string | null;

  @ApiProperty({ type: String, nullable: true })
  request_id!: string | null;

  @ApiProperty({ type: Object, example: { worker_id: 'host-1-9f2c' } })
  data!: Record<string, unknown>;

  @ApiProperty({ type: String, format: 'date-time' })
  created_at!: string;
}

export function toAuditEventDto(event: AuditEventEntity): AuditEventDto {
  return {
    id: event.id,
    type: event.type,
    job_id: event.jobId,
    key_id: event.keyId,
    owner_id: event.ownerId,
    request_id: event.requestId,
    data: event.data,
    created_at: event.at.toISOString(),
  };
}
