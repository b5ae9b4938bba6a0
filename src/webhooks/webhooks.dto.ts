import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { WEBHOOK_EVENTS } from '../core/job/webhook-events.js';
import { OUTGOING_STATES, type OutgoingState } from '../engine/outgoing/outgoing.js';
import { CursorQuery } from '../http/paging/page-query.js';
import { CursorPaginationDto } from '../http/paging/pagination.dto.js';
import { expectation } from '../http/validation/expectation.js';

const TIME = { type: String, format: 'date-time' } as const;
const TIME_OR_NULL = { ...TIME, nullable: true } as const;
const LOGGED_EVENTS = [...WEBHOOK_EVENTS, 'ping'] as const;
const ORIGINS = ['job', 'batch', 'key', 'ping'] as const;

class KeyWebhookDto {
  @ApiProperty({ type: String, example: 'https://hooks.example.com/videocraft' })
  url!: string;

  @ApiProperty({ enum: WEBHOOK_EVENTS, isArray: true })
  events!: readonly string[];

  @ApiProperty(TIME)
  created_at!: string;

  @ApiProperty(TIME)
  updated_at!: string;

  @ApiProperty({
    ...TIME_OR_NULL,
    description: 'When the service stopped sending. Set the webhook again to go on.',
  })
  disabled_at!: string | null;

  @ApiProperty({ type: String, nullable: true })
  disabled_reason!: string | null;
}

class WebhookSecretDto {
  @ApiProperty(TIME)
  created_at!: string;

  @ApiProperty({ ...TIME_OR_NULL, description: 'Null for the current secret.' })
  expires_at!: string | null;
}

export class WebhookDto {
  @ApiProperty({ type: KeyWebhookDto, nullable: true, description: 'Null: none is set.' })
  webhook!: KeyWebhookDto | null;

  @ApiProperty({
    type: [WebhookSecretDto],
    description: 'The secrets that sign, the current one first. They are not shown again.',
  })
  secrets!: readonly WebhookSecretDto[];
}

export class IssuedSecretDto {
  @ApiProperty({
    type: String,
    description: 'The secret of Standard Webhooks. It is shown only in this response.',
    example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=',
  })
  secret!: string;

  @ApiProperty({ type: 'integer', description: 'How long the secret before also signs.' })
  overlap_seconds!: number;
}

export class WebhookAttemptDto {
  @ApiProperty(TIME)
  at!: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Null: there was no response.' })
  status!: number | null;

  @ApiProperty({ type: 'integer', example: 120 })
  milliseconds!: number;

  @ApiProperty({ type: String, nullable: true })
  error!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The first 512 bytes.' })
  answer!: string | null;
}

/** A webhook that was sent, or will be. */
export class WebhookDeliveryDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, description: 'The header `webhook-id`.', example: 'msg_0199' })
  webhook_id!: string;

  @ApiProperty({ type: String, enum: LOGGED_EVENTS })
  event!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  job_id!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  batch_id!: string | null;

  @ApiProperty({ type: String, enum: ORIGINS, description: 'What asked for the webhook.' })
  origin!: string;

  @ApiProperty({ type: String })
  url!: string;

  @ApiProperty({ type: String, enum: OUTGOING_STATES })
  state!: OutgoingState;

  @ApiProperty({ type: 'integer' })
  attempts!: number;

  @ApiProperty({ type: WebhookAttemptDto, nullable: true })
  last_attempt!: WebhookAttemptDto | null;

  @ApiProperty({ ...TIME_OR_NULL, description: 'Null if no attempt follows.' })
  next_attempt_at!: string | null;

  @ApiProperty(TIME)
  created_at!: string;

  @ApiProperty(TIME_OR_NULL)
  finished_at!: string | null;
}

export class WebhookDeliveryDetailsDto extends WebhookDeliveryDto {
  @ApiProperty({ type: [WebhookAttemptDto], description: 'The last 20 attempts, oldest first.' })
  log!: readonly WebhookAttemptDto[];
}

export class WebhookDeliveryListDto {
  @ApiProperty({ type: [WebhookDeliveryDto] })
  deliveries!: readonly WebhookDeliveryDto[];

  @ApiProperty({ type: CursorPaginationDto })
  pagination!: CursorPaginationDto;
}

export class WebhookDeliveriesQuery extends CursorQuery {
  @ApiPropertyOptional({ type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID('all', expectation('the ID of a job'))
  job_id?: string;

  @ApiPropertyOptional({ type: String, enum: OUTGOING_STATES })
  @IsOptional()
  @IsIn(OUTGOING_STATES, expectation(`one of ${OUTGOING_STATES.join(', ')}`))
  state?: OutgoingState;

  @ApiPropertyOptional({ type: String, enum: LOGGED_EVENTS })
  @IsOptional()
  @IsIn(LOGGED_EVENTS, expectation(`one of ${LOGGED_EVENTS.join(', ')}`))
  event?: string;
}
