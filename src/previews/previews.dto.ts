import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { DecimalNumber } from '../http/validation/decimal-number.js';
import { expectation } from '../http/validation/expectation.js';
import { WholeNumber } from '../http/validation/whole-number.js';

/** As long as the longest video. */
const LONGEST_SECONDS = 86_400;
const MAX_PEAKS = 100;
const MIN_WIDTH = 16;
const MAX_WIDTH = 3840;
const MAX_DRAFT_WIDTH = 1280;
const STILL_FORMATS = ['png', 'jpg', 'webp'] as const;

export class TimelineQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: MAX_PEAKS,
    default: 20,
    description: 'The number of peaks of each sound for a second. Long sounds have fewer.',
  })
  @IsOptional()
  @WholeNumber(0, MAX_PEAKS)
  peaks_per_second = 20;
}

export class StillQuery {
  @ApiPropertyOptional({
    type: 'number',
    minimum: 0,
    default: 0,
    description: 'Seconds from the start of the video. After its end, the last frame shows.',
  })
  @IsOptional()
  @DecimalNumber(0, LONGEST_SECONDS)
  at = 0;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: MIN_WIDTH,
    maximum: MAX_WIDTH,
    default: 960,
    description: 'The largest width in pixels. A narrower video keeps its width.',
  })
  @IsOptional()
  @WholeNumber(MIN_WIDTH, MAX_WIDTH)
  width = 960;

  @ApiPropertyOptional({ type: String, enum: STILL_FORMATS, default: 'png' })
  @IsOptional()
  @IsIn(STILL_FORMATS, expectation(`one of ${STILL_FORMATS.join(', ')}`))
  format: (typeof STILL_FORMATS)[number] = 'png';
}

export class DraftQuery {
  @ApiPropertyOptional({
    type: 'number',
    minimum: 0,
    default: 0,
    description: 'Start in seconds. The draft starts at the beginning of the segment.',
  })
  @IsOptional()
  @DecimalNumber(0, LONGEST_SECONDS)
  from = 0;

  @ApiPropertyOptional({
    type: 'number',
    minimum: 0,
    description: 'End in seconds: at most 120 after the start. Default: 10 after the start.',
  })
  @IsOptional()
  @DecimalNumber(0, LONGEST_SECONDS)
  to?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: MIN_WIDTH,
    maximum: MAX_DRAFT_WIDTH,
    default: 640,
    description: 'The largest width in pixels.',
  })
  @IsOptional()
  @WholeNumber(MIN_WIDTH, MAX_DRAFT_WIDTH)
  width = 640;
}

class SceneSpanDto {
  @ApiProperty({ type: String, description: 'JSON pointer of the scene in the config.' })
  pointer!: string;

  @ApiProperty({ type: 'number', description: 'In seconds, as all times.' })
  start!: number;

  @ApiProperty({ type: 'number' })
  end!: number;

  @ApiProperty({ type: 'integer' })
  start_frame!: number;

  @ApiProperty({ type: 'integer', description: 'Exclusive.' })
  end_frame!: number;

  @ApiProperty({ type: 'number', description: 'How long the scene before is still visible.' })
  transition_seconds!: number;
}

class BoxDto {
  @ApiProperty({ type: 'number' })
  x!: number;

  @ApiProperty({ type: 'number' })
  y!: number;

  @ApiProperty({ type: 'number' })
  width!: number;

  @ApiProperty({ type: 'number' })
  height!: number;
}

class ClipSpanDto {
  @ApiProperty({ type: String, description: 'JSON pointer of the element in the config.' })
  pointer!: string;

  @ApiProperty({ type: String, enum: ['image', 'video', 'shape', 'text', 'group'] })
  type!: string;

  @ApiProperty({ type: 'number' })
  start!: number;

  @ApiProperty({ type: 'number' })
  end!: number;

  @ApiProperty({ type: 'integer' })
  start_frame!: number;

  @ApiProperty({ type: 'integer', description: 'Exclusive.' })
  end_frame!: number;

  @ApiProperty({
    type: BoxDto,
    nullable: true,
    description: 'Where it shows, in pixels of the video, before it is cropped or turned.',
  })
  box!: BoxDto | null;
}

class SoundSpanDto {
  @ApiProperty({ type: String, description: 'JSON pointer of the element in the config.' })
  pointer!: string;

  @ApiProperty({ type: 'number' })
  start!: number;

  @ApiProperty({ type: 'number' })
  end!: number;

  @ApiProperty({ type: Boolean, description: 'Whether captions take words from it.' })
  is_speech!: boolean;

  @ApiProperty({ type: 'number' })
  peaks_per_second!: number;

  @ApiProperty({ type: String, description: 'A byte for each peak, in base64. 255: full scale.' })
  peaks!: string;
}

class WordSpanDto {
  @ApiProperty({ type: String })
  word!: string;

  @ApiProperty({ type: 'number' })
  start!: number;

  @ApiProperty({ type: 'number' })
  end!: number;

  @ApiProperty({ type: 'integer', description: 'The clip or speaker that says it.' })
  track!: number;
}

class WordTimingDto {
  @ApiProperty({ type: String, description: 'How the times were found.', example: 'aligned' })
  method!: string;

  @ApiProperty({ type: String, example: 'en' })
  language!: string;
}

class CaptionSpanDto {
  @ApiProperty({ type: 'number' })
  start!: number;

  @ApiProperty({ type: 'number' })
  end!: number;

  @ApiProperty({ type: String, description: 'Lines are separated by line feeds.' })
  text!: string;

  @ApiProperty({ type: 'integer' })
  track!: number;
}

export class TimelineDto {
  @ApiProperty({ type: 'integer' })
  width!: number;

  @ApiProperty({ type: 'integer' })
  height!: number;

  @ApiProperty({ type: 'number' })
  frame_rate!: number;

  @ApiProperty({ type: 'integer' })
  frames!: number;

  @ApiProperty({ type: 'number' })
  duration_seconds!: number;

  @ApiProperty({ type: [SceneSpanDto] })
  scenes!: readonly SceneSpanDto[];

  @ApiProperty({ type: [ClipSpanDto], description: 'Pictures, videos, shapes, and texts.' })
  clips!: readonly ClipSpanDto[];

  @ApiProperty({ type: [SoundSpanDto] })
  sounds!: readonly SoundSpanDto[];

  @ApiProperty({ type: [WordSpanDto] })
  words!: readonly WordSpanDto[];

  @ApiProperty({ type: WordTimingDto, nullable: true, description: 'Null without captions.' })
  word_timing!: WordTimingDto | null;

  @ApiProperty({ type: [CaptionSpanDto] })
  captions!: readonly CaptionSpanDto[];

  @ApiProperty({ type: [String] })
  warnings!: readonly string[];
}
