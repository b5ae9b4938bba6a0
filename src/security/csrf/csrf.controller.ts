import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from '../../http/access/access.js';
import { Envelope } from '../../http/responses/envelope.js';
import { ApiEnvelope } from '../../http/openapi/responses.js';
import { CsrfTokens } from './csrf-tokens.js';

class CsrfTokenDto {
  @ApiProperty({ type: String, example: 'h7Vd2kQm-0mJ3dC5n8yX1zqKfZbWvT4sRgLpQ' })
  csrf_token!: string;

  @ApiProperty({ type: 'integer', description: 'Seconds until the token expires.', example: 5400 })
  expires_in!: number;

  @ApiProperty({ type: String, format: 'date-time', example: '2026-01-01T14:00:00.000Z' })
  expires_at!: string;
}

@ApiTags('Security')
@Controller('csrf-token')
export class CsrfController {
  constructor(private readonly tokens: CsrfTokens) {}

  @Get()
  @Public()
  @Envelope('CSRF token created', { flat: true })
  @ApiOperation({ summary: 'Get a CSRF token for requests that change something' })
  @ApiEnvelope(CsrfTokenDto, { flat: true })
  token(): CsrfTokenDto {
    const { token, expiresAt } = this.tokens.create();
    return {
      csrf_token: token,
      expires_in: Math.floor((expiresAt.getTime() - Date.now()) / 1000),
      expires_at: expiresAt.toISOString(),
    };
  }
}
