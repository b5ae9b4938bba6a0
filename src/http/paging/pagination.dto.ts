import { ApiProperty } from '@nestjs/swagger';
import type { Position } from '../../engine/database/conditions.js';
import type { JobPage } from '../../engine/jobs/job-queries.js';
import { writeCursor } from './cursor.js';
import type { CursorQuery, PageQuery } from './page-query.js';

const NEXT_CURSOR = {
  type: String,
  nullable: true,
  description: 'Send it as `cursor` to get the next page. Null on the last page.',
  example: 'MTc2NDAwMDAwMDAwMC4wMTlhYjU5ZS00YzAwLTdhYTAtOGQ0ZS0xYjJjM2Q0ZTVmNjA',
} as const;

export class CursorPaginationDto {
  @ApiProperty({ type: 'integer', description: 'The page size of the request.', example: 20 })
  limit!: number;

  @ApiProperty({ type: Boolean })
  has_more!: boolean;

  @ApiProperty(NEXT_CURSOR)
  next_cursor!: string | null;
}

export class PaginationDto extends CursorPaginationDto {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The number of skipped items. Null if the request has a `cursor`.',
    example: 0,
  })
  offset!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'The number of items that match the filters. Null (not counted) if the request has a `cursor`.',
    example: 73,
  })
  total!: number | null;
}

/** Describes a page of a list that is read by cursor. @param last the position of its last row */
export function cursorPagination(
  { limit }: CursorQuery,
  hasMore: boolean,
  last: Position | undefined,
) {
  const next_cursor = hasMore && last ? writeCursor(last) : null;
  return { limit, has_more: hasMore, next_cursor } satisfies CursorPaginationDto;
}

/** Describes a page of jobs or videos, which is read by cursor or by offset. */
export function jobPagination(query: PageQuery, page: JobPage): PaginationDto {
  return {
    ...cursorPagination(query, page.hasMore, creationPosition(page.jobs.at(-1))),
    offset: query.cursor === undefined ? (query.offset ?? 0) : null,
    total: page.total,
  };
}

/** The position of a row in a list that is ordered by time of creation. */
export function creationPosition(
  row: { readonly createdAt: Date; readonly id: string } | undefined,
): Position | undefined {
  return row && { at: row.createdAt, id: row.id };
}
