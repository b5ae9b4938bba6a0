import { ApiProperty } from '@nestjs/swagger';

class TranscriptWordDto {
  @ApiProperty({ type: String, example: 'Hello' })
  word!: string;

  @ApiProperty({ type: Number, description: 'Seconds from the start of the video.' })
  start!: number;

  @ApiProperty({ type: Number })
  end!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'From 0 to 1. Null if the confidence is unknown.',
  })
  confidence!: number | null;

  @ApiProperty({
    type: Boolean,
    required: false,
    description:
      'Whether a space precedes the word. Present only if the script does not determine it.',
  })
  space?: boolean;
}

export class TranscriptDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, example: 'en' })
  language!: string;

  @ApiProperty({
    type: String,
    description: 'How the word times were obtained.',
    example: 'aligned',
  })
  method!: string;

  @ApiProperty({ type: String })
  text!: string;

  @ApiProperty({ type: [TranscriptWordDto] })
  words!: readonly TranscriptWordDto[];
}
