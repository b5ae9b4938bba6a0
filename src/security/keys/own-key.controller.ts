import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { KeyUsageReader } from '../../engine/jobs/key-usage-reader.js';
import { CurrentKey, type Identity, RequireScopes } from '../../http/access/access.js';
import { ApiEnvelope } from '../../http/openapi/responses.js';
import { Envelope } from '../../http/responses/envelope.js';
import { OwnKeyDto, toOwnKeyDto } from './own-key.dto.js';

/** What a key may know about itself. */
@ApiTags('Security')
@Controller('keys/me')
export class OwnKeyController {
  constructor(private readonly reader: KeyUsageReader) {}

  @Get()
  @RequireScopes()
  @Envelope('API key found')
  @ApiOperation({ summary: 'Get the limits of the API key of the request, and what it uses' })
  @ApiEnvelope(OwnKeyDto)
  async get(@CurrentKey() key: Identity): Promise<OwnKeyDto> {
    const { limits, usage } = await this.reader.read(key.id);
    return toOwnKeyDto(key, limits, usage);
  }
}
