import { Body, Controller, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentKey, type Identity, RequireScopes } from '../http/access/access.js';
import { ApiError } from '../http/errors/api-error.js';
import { ApiCsrfHeader, ApiEnvelope, ApiErrors } from '../http/openapi/responses.js';
import { Envelope } from '../http/responses/envelope.js';
import { JsonBodyPipe } from '../http/validation/json-body.pipe.js';
import { type VideoRequest, videoRequest } from '../submissions/video-request.js';
import { DraftQuery, StillQuery, TimelineDto, TimelineQuery } from './previews.dto.js';
import { ValidationDto } from './validation.dto.js';
import { PreviewsService } from './previews.service.js';
import { toTimelineDto } from './timeline-response.js';

const DEFAULT_DRAFT_SECONDS = 10;
const MOST_DRAFT_SECONDS = 120;
const TYPES = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' } as const;
const BODY = {
  description: 'As in `POST /videos`: a video config, or a template with values for its variables.',
  schema: videoRequest.schema,
};
/** The codes with which jobs fail, too. */
const FAILURES = [
  'TEMPLATE_NOT_FOUND',
  'SOURCE_BLOCKED',
  'SOURCE_NOT_FOUND',
  'SOURCE_TOO_LARGE',
  'SOURCE_TIMEOUT',
  'MEDIA_INVALID',
  'MEDIA_LIMIT_EXCEEDED',
  'STORAGE_FULL',
] as const;

/** What a request for a video would lead to, without a job. */
@ApiTags('Previews')
@Controller('videos')
export class PreviewsController {
  constructor(private readonly previews: PreviewsService) {}

  @Post('validate')
  @HttpCode(200)
  @RequireScopes('videos:write')
  @Envelope('Request checked')
  @ApiOperation({
    summary: 'Check a request for a video',
    description:
      'Returns all issues for which `POST /videos` would refuse the request, or warnings and an estimate. ' +
      'Sources are not fetched.',
  })
  @ApiCsrfHeader()
  @ApiBody(BODY)
  @ApiEnvelope(ValidationDto)
  @ApiErrors('TEMPLATE_NOT_FOUND')
  validate(@Body() body: unknown, @CurrentKey() key: Identity): Promise<ValidationDto> {
    return this.previews.validate(body, key);
  }

  @Post('timeline')
  @HttpCode(200)
  @RequireScopes('videos:write')
  @Envelope('Timeline computed')
  @ApiOperation({
    summary: 'Compute when what happens in a video',
    description:
      'Fetches the sources and finds the words, as a render does. Sources that were fetched for a preview ' +
      'are used again for ten minutes.',
  })
  @ApiCsrfHeader()
  @ApiBody(BODY)
  @ApiEnvelope(TimelineDto)
  @ApiErrors(...FAILURES)
  async timeline(
    @Body(new JsonBodyPipe(videoRequest)) request: VideoRequest,
    @Query() { peaks_per_second: peaks }: TimelineQuery,
    @CurrentKey() key: Identity,
    @Res({ passthrough: true }) res: Response,
  ): Promise<TimelineDto> {
    return toTimelineDto(await this.previews.timeline(request, peaks, { key, res }));
  }

  @Post('still')
  @RequireScopes('videos:write')
  @ApiOperation({
    summary: 'Render one frame of a video as a picture',
    description: 'The frame is rendered with the same filters as the video.',
  })
  @ApiCsrfHeader()
  @ApiBody(BODY)
  @ApiResponse({
    status: 200,
    description: 'The picture',
    headers: {
      'X-Frame': { description: 'The number of the frame, from 0.', schema: { type: 'integer' } },
      'X-Frames': { description: 'The frames of the video.', schema: { type: 'integer' } },
    },
    content: Object.fromEntries(
      Object.values(TYPES).map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ),
  })
  @ApiErrors(...FAILURES)
  async still(
    @Body(new JsonBodyPipe(videoRequest)) request: VideoRequest,
    @Query() { at, width, format }: StillQuery,
    @CurrentKey() key: Identity,
    @Res() res: Response,
  ): Promise<void> {
    const still = await this.previews.still(request, { at, width, format }, { key, res });
    res.status(200).set({ 'X-Frame': String(still.frame), 'X-Frames': String(still.frames) });
    res.type(TYPES[format]).send(Buffer.from(still.bytes));
  }

  @Post('draft')
  @RequireScopes('videos:write')
  @ApiOperation({
    summary: 'Render a range of a video as a small draft',
    description:
      'Sends a fragmented MP4 while it is rendered, which a page plays with Media Source Extensions. ' +
      'It starts and ends with whole segments. If the render fails after the first bytes, the connection ends.',
  })
  @ApiCsrfHeader()
  @ApiBody(BODY)
  @ApiResponse({
    status: 200,
    description: 'The draft. Its times are those of the video.',
    headers: {
      'X-Start-Seconds': { description: 'Where it starts.', schema: { type: 'number' } },
      'X-End-Seconds': { description: 'Where it ends.', schema: { type: 'number' } },
    },
    content: { 'video/mp4': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiErrors(...FAILURES)
  async draft(
    @Body(new JsonBodyPipe(videoRequest)) request: VideoRequest,
    @Query() { from, to = from + DEFAULT_DRAFT_SECONDS, width }: DraftQuery,
    @CurrentKey() key: Identity,
    @Res() res: Response,
  ): Promise<void> {
    if (to <= from || to > from + MOST_DRAFT_SECONDS) {
      const message = `Expected "to" to be more than "from", and at most ${MOST_DRAFT_SECONDS} more, but got ${to}.`;
      throw ApiError.validation([{ pointer: '?to', message }]);
    }
    await this.previews.draft(request, { from, to, width }, { key, res });
  }
}
