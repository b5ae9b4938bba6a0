import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ERRORS } from '../errors/error-table.js';

export class FieldErrorDto {
  @ApiProperty({
    type: String,
    description:
      'JSON pointer (RFC 6901) into the body, `?name` for a query parameter, or the name of a header.',
    example: '/scenes/0/elements/1/src',
  })
  pointer!: string;

  @ApiProperty({ type: String, description: 'What is expected and what the request has.' })
  message!: string;
}

/** The JSON of every error response. */
export class ErrorDto {
  @ApiProperty({ type: String, example: 'The request is not valid' })
  error!: string;

  @ApiProperty({ enum: Object.keys(ERRORS), example: 'VALIDATION_ERROR' })
  code!: string;

  @ApiProperty({
    type: String,
    description: 'What is wrong and how to fix it, one line per error.',
  })
  details!: string;

  @ApiPropertyOptional({
    type: [FieldErrorDto],
    description: 'All errors of the request. Present only with VALIDATION_ERROR.',
  })
  errors?: FieldErrorDto[];

  @ApiProperty({ type: String, example: 'req_70fd80da42156ecff0fd' })
  request_id!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  timestamp!: string;

  @ApiProperty({ type: String, format: 'uri', description: 'The page that explains this code.' })
  help_url!: string;
}
