import { ApiProperty } from '@nestjs/swagger';

class TranscriptWordDto {
  @ApiProperty({ type: String, example: 'Hello' })
  word!: string;

  @ApiProperty({ type: Number, description: 'Seconds from the start of the video.' })
  start!: number;

  @ApiProperty({ type: Number })
  end!: number;

  @ApiProperty({ type: Number, nullable: true, description: '0 to 1, where it is known.' })
  confidence!: number | null;

  @ApiProperty({
    type: Boolean,
    required: false,
    description: 'Whether a space stands before it; told where it is not as its script has it.',
  })
  space?: boolean;
}

export class TranscriptDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, example: 'en' })
  language!: string;

  @ApiProperty({ type: String, description: 'Where the times are from.', example: 'aligned' })
  method!: string;

  @ApiProperty({ type: String })
  text!: string;

  @ApiProperty({ type: [TranscriptWordDto] })
  words!: readonly TranscriptWordDto[];
}
