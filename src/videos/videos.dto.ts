import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { JOB_STATUSES, type JobStatus } from '../core/job/job-status.js';
import { OUTPUT_KINDS, type OutputKind } from '../core/job/output-file.js';
import { PageQuery } from '../http/paging/page-query.js';
import { PaginationDto } from '../http/paging/pagination.dto.js';
import { expectation } from '../http/validation/expectation.js';

export class VideosQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, enum: JOB_STATUSES })
  @IsOptional()
  @IsIn(JOB_STATUSES, expectation(`one of ${JOB_STATUSES.join(', ')}`))
  status?: JobStatus;
}

export class DeletedVideoDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: Boolean, enum: [true] })
  deleted!: true;
}

class VideoLinksDto {
  @ApiProperty({ type: String })
  self!: string;

  @ApiProperty({ type: String })
  job!: string;

  @ApiProperty({ type: String })
  events!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null until the video is finished.' })
  download!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null if the video has no captions.' })
  transcript!: string | null;
}

class SubtitleUrlsDto {
  @ApiProperty({ type: String })
  srt!: string;

  @ApiProperty({ type: String })
  vtt!: string;

  @ApiProperty({ type: String })
  ass!: string;

  @ApiProperty({ type: String, description: 'The words with their times.' })
  json!: string;
}

class SubtitleTrackDto {
  @ApiProperty({ type: 'integer', example: 73 })
  words!: number;

  @ApiProperty({
    type: String,
    description: 'How the word times were obtained.',
    example: 'aligned',
  })
  method!: string;

  @ApiProperty({ type: SubtitleUrlsDto })
  urls!: SubtitleUrlsDto;
}

class VideoFileDto {
  @ApiProperty({ type: String, example: 'video.mp4' })
  name!: string;

  @ApiProperty({ type: String, enum: OUTPUT_KINDS })
  kind!: OutputKind;

  @ApiProperty({ type: String, example: 'video/mp4' })
  content_type!: string;

  @ApiProperty({ type: 'integer' })
  size_bytes!: number;

  @ApiProperty({ type: String })
  sha256!: string;

  @ApiProperty({ type: String })
  url!: string;
}

class VideoStageDto {
  @ApiProperty({ type: String, example: 'segments' })
  step!: string;

  @ApiProperty({ type: Number, example: 3.1 })
  seconds!: number;
}

/** The segments that a video was rendered in. */
export class SegmentsDto {
  @ApiProperty({ type: Number })
  total!: number;

  @ApiProperty({
    type: Number,
    description: 'The number of segments that were reused from an earlier render.',
  })
  cached!: number;
}

/** A video. Everything that depends on the file is null until the video is finished. */
export class VideoDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, enum: JOB_STATUSES })
  status!: JobStatus;

  @ApiProperty({ type: String, format: 'date-time' })
  created_at!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  completed_at!: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  size_bytes!: number | null;

  @ApiProperty({ type: String, nullable: true })
  sha256!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  duration_seconds!: number | null;

  @ApiProperty({ type: String, nullable: true, example: '1920x1080' })
  resolution!: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  width!: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  height!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  frame_rate!: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  frames!: number | null;

  @ApiProperty({ type: String, nullable: true, example: 'h264' })
  video_codec!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'aac' })
  audio_codec!: string | null;

  @ApiProperty({ type: [SubtitleTrackDto], nullable: true })
  subtitle_tracks!: readonly SubtitleTrackDto[] | null;

  @ApiProperty({ type: SegmentsDto, nullable: true })
  segments!: SegmentsDto | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'The largest distance of a scene boundary from its exact time. At most 0.5.',
  })
  max_drift_frames!: number | null;

  @ApiProperty({
    type: [VideoFileDto],
    description: 'All files of the video, the MP4 first. Empty until the video is finished.',
  })
  files!: readonly VideoFileDto[];

  @ApiProperty({
    type: [VideoStageDto],
    description: 'Duration of each render step. Empty until the video is finished.',
  })
  steps!: readonly VideoStageDto[];

  @ApiProperty({ type: [String] })
  warnings!: readonly string[];

  @ApiProperty({ type: VideoLinksDto })
  links!: VideoLinksDto;
}

export class VideoListDto {
  @ApiProperty({ type: [VideoDto] })
  videos!: readonly VideoDto[];

  @ApiProperty({ type: PaginationDto })
  pagination!: PaginationDto;
}
