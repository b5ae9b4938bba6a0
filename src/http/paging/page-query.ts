import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import type { Position } from '../../engine/database/conditions.js';
import type { PageRequest } from '../../engine/jobs/job-queries.js';
import { ApiError } from '../errors/api-error.js';
import { parseInstant } from '../validation/instant.js';
import { expectation } from '../validation/expectation.js';
import { IsInstant } from '../validation/is-instant.js';
import { WholeNumber } from '../validation/whole-number.js';
import { type CursorIds, readCursor } from './cursor.js';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;
const CURSOR = 'the `next_cursor` of a page';
const MAX_OFFSET = 2_147_483_647;

/** The parameters of every paged list. */
export class CursorQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: MAX_LIMIT,
    default: DEFAULT_LIMIT,
    description: 'The maximum number of items per page.',
  })
  @IsOptional()
  @WholeNumber(1, MAX_LIMIT)
  limit: number = DEFAULT_LIMIT;

  @ApiPropertyOptional({
    type: String,
    description: 'The `next_cursor` of the previous page. Keep the filters of that page.',
  })
  @IsOptional()
  @IsString(expectation(CURSOR))
  @Length(1, 100, expectation(CURSOR))
  cursor?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'Returns only items created after this time (ISO 8601).',
  })
  @IsOptional()
  @IsInstant()
  created_after?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'Returns only items created before this time (ISO 8601).',
  })
  @IsOptional()
  @IsInstant()
  created_before?: string;
}

/** The parameters of a list that also supports numbered pages. */
export class PageQuery extends CursorQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    default: 0,
    description:
      'The number of items to skip. For pages far down a list, `cursor` is faster; ' +
      'the two cannot be combined.',
  })
  @IsOptional()
  @WholeNumber(0, MAX_OFFSET)
  offset?: number;
}

/** The position that the cursor of a query encodes; null without one. @throws ApiError VALIDATION_ERROR */
export function cursorPosition(
  query: CursorQuery & { offset?: number },
  ids: CursorIds,
): Position | null {
  if (query.cursor === undefined) return null;
  const refuse = (message: string) => ApiError.validation([{ pointer: '?cursor', message }]);
  if (query.offset !== undefined) throw refuse('Send either `cursor` or `offset`, not both.');
  const position = readCursor(query.cursor, ids);
  if (position) return position;
  throw refuse('Send the `next_cursor` of an earlier page of this list, unchanged.');
}

/** The page of jobs that a query asks for. @throws ApiError VALIDATION_ERROR */
export function pageRequest(query: PageQuery): PageRequest {
  return {
    limit: query.limit,
    offset: query.offset ?? 0,
    after: cursorPosition(query, 'uuid'),
  };
}

/** The time filter of a validated query; both ends are exclusive. */
export function createdBetween(query: CursorQuery): {
  createdAfter: Date | null;
  createdBefore: Date | null;
} {
  return {
    createdAfter: instantOrNull(query.created_after),
    createdBefore: instantOrNull(query.created_before),
  };
}

function instantOrNull(text: string | undefined): Date | null {
  return text === undefined ? null : parseInstant(text);
}
