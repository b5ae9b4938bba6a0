import { Body, Controller, Get, HttpCode, Inject, Param, Put, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { SUBTITLE_FORMATS } from '../core/job/output-file.js';
import type { TranscriptCorrection } from '../core/project/correct-transcript.js';
import type { IdempotencyKey } from '../engine/jobs/idempotency.js';
import {
  type Caller,
  CurrentCaller,
  CurrentKey,
  type Identity,
  RequireScopes,
} from '../http/access/access.js';
import {
  ApiCsrfHeader,
  ApiEnvelope,
  ApiErrors,
  ApiFileDownload,
  ApiIdempotencyKey,
} from '../http/openapi/responses.js';
import { Downloads } from '../http/downloads/downloads.js';
import { Envelope, type WithMessage } from '../http/responses/envelope.js';
import { type LinkTo, linksOf } from '../http/routes/links.js';
import { JsonBodyPipe } from '../http/validation/json-body.pipe.js';
import { Idempotency } from '../submissions/idempotency.js';
import { respondWithJob } from '../submissions/created-job.js';
import { CreatedJobDto } from '../submissions/created-job.dto.js';
import { transcriptRequest } from './transcript-request.js';
import { TranscriptDto } from './transcript.dto.js';
import { TranscriptService } from './transcript.service.js';

/** The captions of a video: download and correction. */
@ApiTags('Videos')
@Controller('videos')
export class SubtitlesController {
  private readonly link: LinkTo;

  constructor(
    private readonly transcripts: TranscriptService,
    private readonly downloads: Downloads,
    @Inject(CONFIG) config: Config,
  ) {
    this.link = linksOf(config);
  }

  @Get(':id/subtitles.:format')
  @RequireScopes('videos:read')
  @ApiOperation({ summary: 'Download the captions of a video as SRT, WebVTT, ASS, or JSON' })
  @ApiParam({ name: 'format', enum: SUBTITLE_FORMATS })
  @ApiFileDownload({
    'application/x-subrip': { schema: { type: 'string' } },
    'text/vtt': { schema: { type: 'string' } },
    'text/x-ass': { schema: { type: 'string' } },
    'application/json': { schema: { type: 'object', additionalProperties: true } },
  })
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
    const file = await this.transcripts.file(id, format, key);
    await this.downloads.send(res, file, { fileName: `${id}.${format}`, type: 'attachment' });
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
    summary: 'Render a video again with a corrected transcript',
    description:
      'Creates a new job from the config of the video, with these words in its captions. The video ' +
      'itself does not change. Segments whose captions stay the same are not encoded again.',
  })
  @ApiCsrfHeader()
  @ApiIdempotencyKey()
  @ApiBody({
    description:
      'The transcript as `GET` returns it, with corrected words. You can also send only its `words` ' +
      '(times in seconds from the start of the video), the words of a speech recognition tool, or ' +
      'a script to align as `text`.',
    schema: transcriptRequest.schema,
  })
  @ApiEnvelope(CreatedJobDto, { status: 202 })
  @ApiErrors('VIDEO_NOT_FOUND', 'FILE_NOT_FOUND', 'VIDEO_NOT_READY', 'IDEMPOTENCY_KEY_REUSED')
  async correct(
    @Param('id') id: string,
    @Body(new JsonBodyPipe(transcriptRequest)) correction: TranscriptCorrection,
    @CurrentCaller() caller: Caller,
    @Idempotency() idempotency: IdempotencyKey | null,
    @Res({ passthrough: true }) res: Response,
  ): Promise<CreatedJobDto | WithMessage<CreatedJobDto>> {
    const created = await this.transcripts.correct(id, correction, caller, idempotency);
    return respondWithJob(created, this.link, res);
  }
}
