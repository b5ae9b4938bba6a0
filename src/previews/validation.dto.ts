import { ApiProperty } from '@nestjs/swagger';

class IssueDto {
  @ApiProperty({ type: String, description: 'JSON pointer (RFC 6901) into the request.' })
  pointer!: string;

  @ApiProperty({ type: String })
  message!: string;
}

class EstimateDto {
  @ApiProperty({
    type: 'number',
    nullable: true,
    description: 'The length of the video. Null if only its sources tell.',
  })
  duration_seconds!: number | null;

  @ApiProperty({ type: 'integer', description: 'In all shapes of the video, as all that follows.' })
  frames!: number;

  @ApiProperty({ type: 'integer', description: 'Scenes and elements.' })
  elements!: number;

  @ApiProperty({ type: 'integer', description: 'Characters of texts and captions.' })
  glyphs!: number;

  @ApiProperty({ type: 'integer', description: 'The same, once for each state of an animation.' })
  drawn_glyphs!: number;

  @ApiProperty({ type: 'integer', description: 'The area of painted shapes.' })
  shape_megapixels!: number;

  @ApiProperty({ type: 'integer', description: 'The area of moving layers, in each frame.' })
  moving_megapixels!: number;

  @ApiProperty({ type: 'integer', description: 'Characters that voices speak.' })
  voice_characters!: number;
}

export class ValidationDto {
  @ApiProperty({ type: Boolean, description: 'Whether `POST /videos` would accept the request.' })
  valid!: boolean;

  @ApiProperty({ type: [IssueDto] })
  issues!: readonly IssueDto[];

  @ApiProperty({
    type: [IssueDto],
    description: 'What would surprise or fail later, of a valid request.',
  })
  warnings!: readonly IssueDto[];

  @ApiProperty({
    type: EstimateDto,
    nullable: true,
    description:
      'What a valid video costs, as far as its config tells: lengths that only sources tell count as nothing. ' +
      'The limits on work count in these units.',
  })
  estimate!: EstimateDto | null;
}
