import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, registerDecorator, type ValidationArguments } from 'class-validator';
import { type Limit, LIMITS } from '../../core/budget/limits.js';
import { KEY_LIMIT_NAMES, type KeyLimitName, limitField } from '../../engine/jobs/key-limits.js';
import { expectedMessage } from '../../http/validation/expectation.js';

/** Limits that a key has itself. Null: those of the configuration. */
export class OwnLimitsDto {
  waiting_jobs?: number | null;
  running_jobs?: number | null;
  daily_video_seconds?: number | null;
  daily_voice_characters?: number | null;
  kept_bytes?: number | null;
  daily_config_bytes?: number | null;
  asset_bytes?: number | null;
  assets?: number | null;
  priority?: number | null;
}

// The bounds are those of the variables and of `videocraft keys limit`.
for (const name of KEY_LIMIT_NAMES) {
  const field = fieldOf(name);
  const { min, max, unit }: Limit = LIMITS[name];
  const what = name === 'priority' ? 'Highest priority of a job.' : `Maximum of ${unit}.`;
  const description = min === 0 ? `${what} 0: no limit.` : what;
  const schema = { type: 'integer', minimum: min, maximum: max, nullable: true } as const;
  ApiPropertyOptional({ ...schema, description })(OwnLimitsDto.prototype, field);
  IsOptional()(OwnLimitsDto.prototype, field);
  isWholeNumber(field, min, max);
}

/** Changes of limits, by the names of the API. What is absent stays. */
export function limitChanges(limits: OwnLimitsDto): Partial<Record<KeyLimitName, number | null>> {
  const named = KEY_LIMIT_NAMES.map((name) => [name, limits[fieldOf(name)]] as const);
  return Object.fromEntries(named.filter(([, value]) => value !== undefined));
}

/** The limits of a key itself, by the names of the API. Earlier versions stored a text for the default. */
export function toOwnLimitsDto(limits: Readonly<Partial<Record<string, unknown>>>): OwnLimitsDto {
  const named = KEY_LIMIT_NAMES.map((name) => {
    const value = limits[name];
    return [fieldOf(name), typeof value === 'number' ? value : null] as const;
  });
  return Object.fromEntries(named);
}

function fieldOf(name: KeyLimitName): keyof OwnLimitsDto {
  return limitField(name) as keyof OwnLimitsDto;
}

function isWholeNumber(property: keyof OwnLimitsDto, min: number, max: number): void {
  registerDecorator({
    name: 'isKeyLimit',
    target: OwnLimitsDto,
    propertyName: property,
    validator: {
      validate: (value: unknown) =>
        Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
      defaultMessage: (found?: ValidationArguments) =>
        expectedMessage(`a whole number from ${min} to ${max}, or null`, {
          property,
          value: found?.value as unknown,
        }),
    },
  });
}
