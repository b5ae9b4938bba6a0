import { ApiProperty } from '@nestjs/swagger';
import { OUTGOING_STATES, type OutgoingState } from '../../engine/outgoing/outgoing.js';

const TIME_OR_NULL = { type: String, format: 'date-time', nullable: true } as const;

export class DeliveredFileDto {
  @ApiProperty({ type: String, example: 'video.mp4' })
  name!: string;

  @ApiProperty({ type: String, example: '2026-11-29/Harbor.mp4' })
  path!: string;
}

/** The delivery of the video of a job to one destination. */
export class DeliveryDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({
    type: String,
    description: 'The name of the destination, or its address without the query.',
    example: 'archive',
  })
  destination!: string;

  @ApiProperty({ type: String, enum: OUTGOING_STATES })
  state!: OutgoingState;

  @ApiProperty({ type: 'integer', example: 1 })
  attempts!: number;

  @ApiProperty({ ...TIME_OR_NULL, description: 'Null if no attempt follows.' })
  next_attempt_at!: string | null;

  @ApiProperty(TIME_OR_NULL)
  finished_at!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why the last attempt failed.' })
  error!: string | null;

  @ApiProperty({ type: [DeliveredFileDto], description: 'The files that are there.' })
  files!: readonly DeliveredFileDto[];
}
