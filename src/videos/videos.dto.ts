import { ApiProperty } from '@nestjs/swagger';
import { JOB_STATUSES, type JobStatus } from '../core/job/job-status.js';

export class CreatedJobDto {
  @ApiProperty({ type: String, format: 'uuid' })
  job_id!: string;

  @ApiProperty({ type: String, enum: JOB_STATUSES })
  status!: JobStatus;
}

class VideoLinksDto {
  @ApiProperty({ type: String })
  job!: string;

  @ApiProperty({ type: String, nullable: true })
  download!: string | null;
}

/** What is known of a video; all that depends on the file is null until it is finished. */
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

  @ApiProperty({ type: Object, nullable: true, example: { words: 73, method: 'aligned' } })
  subtitles!: { words: number; method: string } | null;

  @ApiProperty({ type: Number, nullable: true, description: 'At most 0.5.' })
  max_drift_frames!: number | null;

  @ApiProperty({ type: [Object], example: [{ step: 'segments', seconds: 3.1 }] })
  steps!: readonly { step: string; seconds: number }[];

  @ApiProperty({ type: [String] })
  warnings!: readonly string[];

  @ApiProperty({ type: VideoLinksDto })
  links!: VideoLinksDto;
}
