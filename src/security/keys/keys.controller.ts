import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { actorOf, type Caller, CurrentCaller, RequireScopes } from '../../http/access/access.js';
import { Envelope } from '../../http/responses/envelope.js';
import { ApiError } from '../../http/errors/api-error.js';
import { parseInstant } from '../../http/validation/instant.js';
import { ApiCsrfHeader, ApiEnvelope, ApiErrors } from '../../http/openapi/responses.js';
import { ApiKeysService, type IssuedKey } from './api-keys.service.js';
import { limitChanges } from './key-limits.dto.js';
import {
  ChangeKeyDto,
  CreateKeyDto,
  IssuedKeyDto,
  KeyDto,
  KeyListDto,
  toKeyDto,
} from './keys.dto.js';

/** API key management, for administrators. */
@ApiTags('Security')
@Controller('keys')
@RequireScopes('admin')
export class KeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Post()
  @Envelope('API key created')
  @ApiOperation({ summary: 'Create an API key' })
  @ApiCsrfHeader()
  @ApiEnvelope(IssuedKeyDto, { status: 201 })
  async create(@Body() body: CreateKeyDto, @CurrentCaller() caller: Caller): Promise<IssuedKeyDto> {
    const { name, scopes } = body;
    const expiresAt = parseExpiry(body.expires_at);
    const limits = limitChanges(body.limits ?? {});
    const properties = { name, scopes, expiresAt, limits };
    return toIssuedKeyDto(await this.keys.create(properties, actorOf(caller)));
  }

  @Get()
  @Envelope('API keys listed')
  @ApiOperation({ summary: 'List the API keys, newest first' })
  @ApiEnvelope(KeyListDto)
  async list(): Promise<KeyListDto> {
    return { keys: (await this.keys.list()).map(toKeyDto) };
  }

  @Patch(':id')
  @Envelope('API key changed')
  @ApiOperation({
    summary: 'Change the limits of an API key',
    description: 'They apply to its next jobs and assets.',
  })
  @ApiCsrfHeader()
  @ApiEnvelope(KeyDto)
  @ApiErrors('KEY_NOT_FOUND')
  async change(
    @Param('id') id: string,
    @Body() { limits }: ChangeKeyDto,
    @CurrentCaller() caller: Caller,
  ): Promise<KeyDto> {
    return toKeyDto(await this.keys.limit(id, limitChanges(limits), actorOf(caller)));
  }

  @Delete(':id')
  @Envelope('API key revoked')
  @ApiOperation({ summary: 'Revoke an API key permanently, within a second' })
  @ApiCsrfHeader()
  @ApiEnvelope(KeyDto)
  @ApiErrors('KEY_NOT_FOUND')
  async revoke(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<KeyDto> {
    return toKeyDto(await this.keys.revoke(id, actorOf(caller)));
  }

  @Post(':id/rotate')
  @HttpCode(200)
  @Envelope('API key rotated')
  @ApiOperation({
    summary: 'Replace the secret of an API key; the old one stops working within a second',
  })
  @ApiCsrfHeader()
  @ApiEnvelope(IssuedKeyDto)
  @ApiErrors('KEY_NOT_FOUND')
  async rotate(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<IssuedKeyDto> {
    return toIssuedKeyDto(await this.keys.rotate(id, actorOf(caller)));
  }
}

function toIssuedKeyDto({ key, entity }: IssuedKey): IssuedKeyDto {
  return Object.assign(toKeyDto(entity), { key });
}

function parseExpiry(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const date = parseInstant(text);
  if (date && date.getTime() > Date.now()) return date;
  const message = 'Send a time in the future, for example 2027-01-01T00:00:00Z.';
  throw ApiError.validation([{ pointer: '/expires_at', message }]);
}
