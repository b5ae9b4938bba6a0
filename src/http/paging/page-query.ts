import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import type { Position } from '../../engine/database/conditions.js';
import { ApiError } from '../errors/api-error.js';
import { type CursorIds, readCursor } from './cursor.js';
import { parseInstant } from './instant.js';
import { IsInstant } from './is-instant.js';
import { WholeNumber } from './whole-number.js';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;
const MAX_OFFSET = 2_147_483_647;

/** What every list can be asked. */
export class CursorQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT })
  @IsOptional()
  @WholeNumber(1, MAX_LIMIT)
  limit: number = DEFAULT_LIMIT;

  @ApiPropertyOptional({
    type: String,
    description: 'The `next_cursor` of the page before, with the same filters.',
  })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  cursor?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'Only what is newer than this (ISO 8601).',
  })
  @IsOptional()
  @IsInstant()
  created_after?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'Only what is older than this (ISO 8601).',
  })
  @IsOptional()
  @IsInstant()
  created_before?: string;
}

/** As {@link CursorQuery}, and by number. */
export class PageQuery extends CursorQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    default: 0,
    description: 'How many to skip. `cursor` is faster far down a list; it excludes this.',
  })
  @IsOptional()
  @WholeNumber(0, MAX_OFFSET)
  offset?: number;
}

/** The place a query's cursor names; null without one. @throws ApiError VALIDATION_ERROR */
export function cursorOf(
  query: CursorQuery & { offset?: number },
  ids: CursorIds,
): Position | null {
  if (query.cursor === undefined) return null;
  const refuse = (message: string) => ApiError.validation([{ pointer: '?cursor', message }]);
  if (query.offset !== undefined) throw refuse('Send either cursor or offset.');
  const position = readCursor(query.cursor, ids);
  if (position) return position;
  throw refuse('It must be the next_cursor of an earlier page of this list, unchanged.');
}

/** A time of a query that was validated. */
export function instantOf(text: string | undefined): Date | null {
  return text === undefined ? null : parseInstant(text);
}
