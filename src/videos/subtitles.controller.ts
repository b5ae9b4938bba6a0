import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Put, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { SUBTITLE_FORMATS } from '../core/job/output-file.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { CurrentKey, type Identity, RequestId, RequireScopes } from '../http/access/access.js';
import { Envelope, type WithMessage } from '../http/responses/envelope.js';
import { type LinkTo, linksOf } from '../http/routes/links.js';
import { ApiCsrfHeader, ApiEnvelope, ApiErrors } from '../http/openapi/responses.js';
import { respondWithJob } from './created-job-response.js';
import { sendOutput } from './send-output.js';
import { TranscriptDto } from './transcript.dto.js';
import { TranscriptService } from './transcript.service.js';
import { CreatedJobDto } from './videos.dto.js';

/** The captions of a video, to take away and to correct. */
@ApiTags('Videos')
@Controller('videos')
export class SubtitlesController {
  private readonly link: LinkTo;

  constructor(
    private readonly transcripts: TranscriptService,
    @Inject(CONFIG) config: Config,
  ) {
    this.link = linksOf(config);
  }

  @Get(':id/subtitles.:format')
  @RequireScopes('videos:read')
  @ApiOperation({ summary: 'Download the captions of a video as SRT, VTT, ASS or JSON' })
  @ApiParam({ name: 'format', enum: SUBTITLE_FORMATS })
  @ApiResponse({
    status: 200,
    description: 'The file',
    content: {
      'application/x-subrip': { schema: { type: 'string' } },
      'text/vtt': { schema: { type: 'string' } },
      'text/x-ass': { schema: { type: 'string' } },
      'application/json': { schema: { type: 'object', additionalProperties: true } },
    },
  })
  @ApiResponse({ status: 304, description: 'The client has this file already (`If-None-Match`)' })
  @ApiErrors(
    'VIDEO_NOT_FOUND',
    'FILE_NOT_FOUND',
    'VIDEO_NOT_READY',
    'PRECONDITION_FAILED',
    'RANGE_NOT_SATISFIABLE',
  )
  async file(
    @Param('id') id: string,
    @Param('format') format: string,
    @CurrentKey() key: Identity,
    @Res() res: Response,
  ): Promise<void> {
    await sendOutput(res, await this.transcripts.file(id, format, key), `${id}.${format}`);
  }

  @Get(':id/transcript')
  @RequireScopes('videos:read')
  @Envelope('Transcript found')
  @ApiOperation({ summary: 'Get the words of a video with their times' })
  @ApiEnvelope(TranscriptDto)
  @ApiErrors('VIDEO_NOT_FOUND', 'FILE_NOT_FOUND', 'VIDEO_NOT_READY')
  get(@Param('id') id: string, @CurrentKey() key: Identity): Promise<TranscriptDto> {
    return this.transcripts.get(id, key);
  }

  @Put(':id/transcript')
  @HttpCode(202)
  @RequireScopes('videos:write')
  @Envelope('Video generation job created')
  @ApiOperation({
    summary: 'Render a video again with corrected words',
    description:
      'Makes a new job of the same project with these words in its captions; the video itself stays. ' +
      'What shows no other captions than before is not encoded again.',
  })
  @ApiCsrfHeader()
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'As in `POST /videos`.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  })
  @ApiBody({
    description:
      'The transcript as it was got, with corrected words; or only its `words` (times in seconds from the start of the video), or those of a speech tool; or a script to align as `text`.',
    schema: {
      oneOf: [
        {
          type: 'object',
          required: ['words'],
          additionalProperties: false,
          properties: {
            id: { type: 'string' },
            language: { type: 'string' },
            method: { type: 'string' },
            text: { type: 'string' },
            words: {
              type: 'array',
              minItems: 1,
              items: {
                type: 'object',
                required: ['word', 'start'],
                properties: {
                  word: { type: 'string' },
                  start: { type: 'number' },
                  end: { type: 'number' },
                  space: { type: 'boolean' },
                },
              },
            },
          },
        },
        {
          type: 'object',
          required: ['text'],
          additionalProperties: false,
          properties: { text: { type: 'string' } },
        },
      ],
    },
  })
  @ApiEnvelope(CreatedJobDto, { status: 202 })
  @ApiErrors(
    ...(['VALIDATION_ERROR', 'VIDEO_NOT_FOUND', 'FILE_NOT_FOUND', 'VIDEO_NOT_READY'] as const),
    ...(['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'IDEMPOTENCY_KEY_REUSED'] as const),
  )
  async correct(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentKey() key: Identity,
    @RequestId() requestId: string,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Res({ passthrough: true }) res: Response,
  ): Promise<CreatedJobDto | WithMessage<CreatedJobDto>> {
    const created = await this.transcripts.correct(id, body, key, requestId, idempotencyKey);
    return respondWithJob(created, this.link, res);
  }
}
