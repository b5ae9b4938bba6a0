import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { assetAddress } from '../core/sources/asset-address.js';
import type { Asset } from '../engine/assets/asset.js';
import { CursorQuery } from '../http/paging/page-query.js';
import { CursorPaginationDto } from '../http/paging/pagination.dto.js';
import { expectation } from '../http/validation/expectation.js';
import type { LinkTo } from '../http/routes/links.js';

const PART_OF_A_NAME = 'a text with 1 to 200 characters';

export class AssetsQuery extends CursorQuery {
  @ApiPropertyOptional({
    type: String,
    minLength: 1,
    maxLength: 200,
    description: 'Returns only assets whose names contain this text, in upper or lower case.',
  })
  @IsOptional()
  @IsString(expectation(PART_OF_A_NAME))
  @Length(1, 200, expectation(PART_OF_A_NAME))
  name?: string;
}

class AssetLinksDto {
  @ApiProperty({ type: String })
  self!: string;

  @ApiProperty({ type: String })
  download!: string;
}

export class AssetDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({
    type: String,
    description: 'The address of the file in a video config.',
    example: 'asset:019ab59e-4c00-7aa0-8d4e-1b2c3d4e5f60',
  })
  src!: string;

  @ApiProperty({ type: String, example: 'intro.mp4' })
  name!: string;

  @ApiProperty({
    type: String,
    description: 'The media type, as detected from the content.',
    example: 'video/mp4',
  })
  content_type!: string;

  @ApiProperty({ type: 'integer', example: 1_048_576 })
  size_bytes!: number;

  @ApiProperty({ type: String, description: 'The SHA-256 of the content, in hexadecimal.' })
  sha256!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  created_at!: string;

  @ApiProperty({ type: AssetLinksDto })
  links!: AssetLinksDto;
}

export class AssetListDto {
  @ApiProperty({ type: [AssetDto] })
  assets!: readonly AssetDto[];

  @ApiProperty({ type: CursorPaginationDto })
  pagination!: CursorPaginationDto;
}

export class DeletedAssetDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: Boolean, enum: [true] })
  deleted!: true;
}

/** Maps an asset to its public view. */
export function toAssetDto(asset: Asset, link: LinkTo): AssetDto {
  const { id, name, contentType, bytes, sha256, createdAt } = asset;
  const self = link(`/assets/${id}`);
  return {
    id,
    src: assetAddress(id),
    name,
    content_type: contentType,
    size_bytes: bytes,
    sha256,
    created_at: createdAt.toISOString(),
    links: { self, download: `${self}/download` },
  };
}
