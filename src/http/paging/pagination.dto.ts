import { ApiProperty } from '@nestjs/swagger';
import type { JobPage } from '../../engine/jobs/job-queries.js';
import { writeCursor } from './cursor.js';
import type { PageQuery } from './page-query.js';

const NEXT_CURSOR = {
  type: String,
  nullable: true,
  description: 'Send it as `cursor` for the next page; null on the last.',
  example: 'MTc2NDAwMDAwMDAwMC4wMTlhYjU5ZS00YzAwLTdhYTAtOGQ0ZS0xYjJjM2Q0ZTVmNjA',
} as const;

export class CursorPaginationDto {
  @ApiProperty({ type: 'integer', example: 20 })
  limit!: number;

  @ApiProperty({ type: Boolean })
  has_more!: boolean;

  @ApiProperty(NEXT_CURSOR)
  next_cursor!: string | null;
}

export class PaginationDto extends CursorPaginationDto {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Null with `cursor`.', example: 0 })
  offset!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'How many there are with these filters; not counted (null) with `cursor`.',
    example: 73,
  })
  total!: number | null;
}

/** How a page of jobs or videos stands in its list. */
export function paginationOf(query: PageQuery, page: JobPage): PaginationDto {
  const last = page.jobs.at(-1);
  const next = page.hasMore && last ? writeCursor({ at: last.createdAt, id: last.id }) : null;
  return {
    limit: query.limit,
    offset: query.cursor === undefined ? (query.offset ?? 0) : null,
    total: page.total,
    has_more: page.hasMore,
    next_cursor: next,
  };
}
