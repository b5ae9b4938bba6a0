import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsObject, IsOptional } from 'class-validator';
import { IsString, Length, ValidateNested } from 'class-validator';
import type { ApiKeyEntity } from '../../engine/keys/api-key.entity.js';
import { KEY_SCOPES, type KeyScope } from '../../http/access/access.js';
import { expectation } from '../../http/validation/expectation.js';
import { IsInstant } from '../../http/validation/is-instant.js';
import { OwnLimitsDto, toOwnLimitsDto } from './key-limits.dto.js';

const NAME = 'a text with 1 to 100 characters';
const LIMITS_OF_A_KEY = 'an object of limits by name';
const SCOPES = `a list of different scopes out of ${KEY_SCOPES.join(', ')}`;

export class CreateKeyDto {
  @ApiProperty({ type: String, minLength: 1, maxLength: 100, example: 'newsroom' })
  @IsString(expectation(NAME))
  @Length(1, 100, expectation(NAME))
  name!: string;

  @ApiProperty({
    enum: KEY_SCOPES,
    isArray: true,
    example: ['videos:write', 'videos:read', 'jobs:read'],
  })
  @IsArray(expectation(SCOPES))
  @ArrayMinSize(1, expectation(SCOPES))
  @ArrayUnique(expectation(SCOPES))
  @IsIn(KEY_SCOPES, { each: true, ...expectation(SCOPES) })
  scopes!: KeyScope[];

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'When the key expires, with a time zone. By default, the key never expires.',
    example: '2027-01-01T00:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  expires_at?: string;

  @ApiPropertyOptional({
    type: OwnLimitsDto,
    description: 'Limits that differ from those of the configuration.',
  })
  @IsOptional()
  @IsObject(expectation(LIMITS_OF_A_KEY))
  @ValidateNested(expectation(LIMITS_OF_A_KEY))
  @Type(() => OwnLimitsDto)
  limits?: OwnLimitsDto;
}

export class ChangeKeyDto {
  @ApiProperty({
    type: OwnLimitsDto,
    description: 'Limits to change. Those that are absent stay; null is that of the configuration.',
  })
  @IsObject(expectation(LIMITS_OF_A_KEY))
  @ValidateNested(expectation(LIMITS_OF_A_KEY))
  @Type(() => OwnLimitsDto)
  limits!: OwnLimitsDto;
}

export class KeyDto {
  @ApiProperty({ type: String, example: '3f9a1c2b7d4e5f60' })
  id!: string;

  @ApiProperty({ type: String, example: 'newsroom' })
  name!: string;

  @ApiProperty({ enum: KEY_SCOPES, isArray: true, example: ['videos:write', 'jobs:read'] })
  scopes!: string[];

  @ApiProperty({ type: String, format: 'date-time' })
  created_at!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expires_at!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revoked_at!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Accurate to a minute.',
  })
  last_used_at!: string | null;

  @ApiProperty({
    type: OwnLimitsDto,
    description: 'The limits of the key itself. Null: those of the configuration.',
  })
  limits!: OwnLimitsDto;
}

export class IssuedKeyDto extends KeyDto {
  @ApiProperty({
    type: String,
    description: 'The key itself. It is shown only in this response.',
    example: `vc_3f9a1c2b7d4e5f60_${'0123456789abcdef'.repeat(4)}`,
  })
  key!: string;
}

export class KeyListDto {
  @ApiProperty({ type: [KeyDto] })
  keys!: KeyDto[];
}

/** Maps a key to its public view, which contains neither the key nor its hash. */
export function toKeyDto(entity: ApiKeyEntity): KeyDto {
  return {
    id: entity.id,
    name: entity.name,
    scopes: entity.scopes,
    created_at: entity.createdAt.toISOString(),
    expires_at: entity.expiresAt?.toISOString() ?? null,
    revoked_at: entity.revokedAt?.toISOString() ?? null,
    last_used_at: entity.lastUsedAt?.toISOString() ?? null,
    limits: toOwnLimitsDto(entity.limits),
  };
}
