import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ERRORS } from '../errors/error-table.js';

export class FieldErrorDto {
  @ApiProperty({
    type: String,
    description: 'JSON pointer (RFC 6901) into the body, or `?name` for a query parameter.',
    example: '/scenes/0/elements/1/src',
  })
  pointer!: string;

  @ApiProperty({ type: String, description: 'What is wrong and what is allowed.' })
  message!: string;
}

/** The JSON of every refusal. */
export class ErrorDto {
  @ApiProperty({ type: String, example: 'The request is not valid' })
  error!: string;

  @ApiProperty({ enum: Object.keys(ERRORS), example: 'VALIDATION_ERROR' })
  code!: string;

  @ApiProperty({
    type: String,
    description: 'What exactly was wrong and what would be right; one line per fault.',
  })
  details!: string;

  @ApiPropertyOptional({ type: [FieldErrorDto], description: 'With VALIDATION_ERROR: each fault.' })
  errors?: FieldErrorDto[];

  @ApiProperty({ type: String, example: 'req_70fd80da42156ecff0fd' })
  request_id!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  timestamp!: string;

  @ApiProperty({ type: String, format: 'uri', description: 'The page about this code.' })
  help_url!: string;
}
