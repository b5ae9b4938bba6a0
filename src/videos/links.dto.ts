import { ApiProperty } from '@nestjs/swagger';

/** A link to a file of a video. */
export class VideoLinkDto {
  @ApiProperty({
    type: String,
    example: 'https://video.example.com/api/v1/links/WyIw.c2ln/Harbor.mp4',
  })
  url!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  expires_at!: string;

  @ApiProperty({ type: String, example: 'video.mp4' })
  file!: string;

  @ApiProperty({ type: String, example: 'video/mp4' })
  content_type!: string;

  @ApiProperty({ type: 'integer' })
  size_bytes!: number;
}
