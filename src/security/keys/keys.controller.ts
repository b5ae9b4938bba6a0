import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentKey, type Identity, RequestId, RequireScopes } from '../../http/access/access.js';
import { Envelope } from '../../http/responses/envelope.js';
import { ApiError } from '../../http/errors/api-error.js';
import { parseInstant } from '../../http/validation/instant.js';
import { ApiCsrfHeader, ApiEnvelope, ApiErrors } from '../../http/openapi/responses.js';
import { ApiKeysService, type IssuedKey } from './api-keys.service.js';
import { CreateKeyDto, IssuedKeyDto, KeyDto, KeyListDto, toKeyDto } from './keys.dto.js';

/** API keys for administrators. */
@ApiTags('Security')
@Controller('keys')
@RequireScopes('admin')
export class KeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Post()
  @Envelope('API key made')
  @ApiOperation({ summary: 'Make an API key' })
  @ApiCsrfHeader()
  @ApiEnvelope(IssuedKeyDto, { status: 201 })
  async create(
    @Body() body: CreateKeyDto,
    @CurrentKey() by: Identity,
    @RequestId() requestId: string,
  ): Promise<IssuedKeyDto> {
    const { name, scopes } = body;
    const expiresAt = expiry(body.expires_at);
    return issued(await this.keys.create({ name, scopes, expiresAt }, { keyId: by.id, requestId }));
  }

  @Get()
  @Envelope('API keys listed')
  @ApiOperation({ summary: 'List the API keys, newest first' })
  @ApiEnvelope(KeyListDto)
  async list(): Promise<KeyListDto> {
    return { keys: (await this.keys.list()).map(toKeyDto) };
  }

  @Delete(':id')
  @Envelope('API key revoked')
  @ApiOperation({ summary: 'Revoke an API key for good; works within a second' })
  @ApiCsrfHeader()
  @ApiEnvelope(KeyDto)
  @ApiErrors('KEY_NOT_FOUND')
  async revoke(
    @Param('id') id: string,
    @CurrentKey() by: Identity,
    @RequestId() requestId: string,
  ): Promise<KeyDto> {
    return toKeyDto(await this.keys.revoke(id, { keyId: by.id, requestId }));
  }

  @Post(':id/rotate')
  @HttpCode(200)
  @Envelope('API key rotated')
  @ApiOperation({ summary: 'Give an API key a new secret; the old one ends within a second' })
  @ApiCsrfHeader()
  @ApiEnvelope(IssuedKeyDto)
  @ApiErrors('KEY_NOT_FOUND')
  async rotate(
    @Param('id') id: string,
    @CurrentKey() by: Identity,
    @RequestId() requestId: string,
  ): Promise<IssuedKeyDto> {
    return issued(await this.keys.rotate(id, { keyId: by.id, requestId }));
  }
}

function issued({ key, entity }: IssuedKey): IssuedKeyDto {
  return Object.assign(toKeyDto(entity), { key });
}

function expiry(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const date = parseInstant(text);
  if (date && date.getTime() > Date.now()) return date;
  const message = 'The time has to lie in the future, written like 2027-01-01T00:00:00Z.';
  throw ApiError.validation([{ pointer: '/expires_at', message }]);
}
