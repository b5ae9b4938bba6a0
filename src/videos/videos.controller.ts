import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { MAIN_FILE } from '../core/job/output-file.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { CurrentKey, type Identity, RequestId, RequireScopes } from '../http/access/access.js';
import { Envelope, type WithMessage } from '../http/responses/envelope.js';
import { type LinkTo, linksOf } from '../http/routes/links.js';
import { ApiCsrfHeader, ApiEnvelope, ApiErrors } from '../http/openapi/responses.js';
import { respondWithJob } from './created-job-response.js';
import { sendOutput } from './send-output.js';
import { VIDEO_EXAMPLES } from './video-examples.js';
import {
  CreatedJobDto,
  DeletedVideoDto,
  VideoDto,
  VideoListDto,
  VideosQuery,
} from './videos.dto.js';
import { TEMPLATE_REQUEST_SCHEMA } from '../submissions/video-request.js';
import { VideosService } from './videos.service.js';

@ApiTags('Videos')
@Controller('videos')
export class VideosController {
  private readonly link: LinkTo;

  constructor(
    private readonly videos: VideosService,
    @Inject(CONFIG) config: Config,
  ) {
    this.link = linksOf(config);
  }

  @Post()
  @HttpCode(202)
  @RequireScopes('videos:write')
  @Envelope('Video generation job created', { flat: true })
  @ApiOperation({ summary: 'Create a video generation job, of a config or of a template' })
  @ApiCsrfHeader()
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      'With the same key and body the answer is the first job again, marked by ' +
      '`Idempotent-Replayed: true`. A key is kept for 24 hours, for each API key apart.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  })
  @ApiBody({
    description:
      'A video config (docs/video-config.md), or a template and its variables (docs/templates.md).',
    schema: { anyOf: [{ type: 'object', additionalProperties: true }, TEMPLATE_REQUEST_SCHEMA] },
    examples: VIDEO_EXAMPLES,
  })
  @ApiEnvelope(CreatedJobDto, { flat: true, status: 202 })
  @ApiErrors('TEMPLATE_NOT_FOUND', 'IDEMPOTENCY_KEY_REUSED')
  async create(
    @Body() config: unknown,
    @CurrentKey() key: Identity,
    @RequestId() requestId: string,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Res({ passthrough: true }) res: Response,
  ): Promise<CreatedJobDto | WithMessage<CreatedJobDto>> {
    const created = await this.videos.create(config, key, requestId, idempotencyKey);
    return respondWithJob(created, this.link, res);
  }

  @Get()
  @RequireScopes('videos:read')
  @Envelope('Videos listed')
  @ApiOperation({ summary: 'List videos, newest first, finished or not' })
  @ApiEnvelope(VideoListDto)
  @ApiErrors('VALIDATION_ERROR')
  list(@Query() query: VideosQuery, @CurrentKey() key: Identity): Promise<VideoListDto> {
    return this.videos.list(query, key);
  }

  @Get(':id')
  @RequireScopes('videos:read')
  @Envelope('Video found')
  @ApiOperation({ summary: 'Get video information' })
  @ApiEnvelope(VideoDto)
  @ApiErrors('VIDEO_NOT_FOUND')
  get(@Param('id') id: string, @CurrentKey() key: Identity): Promise<VideoDto> {
    return this.videos.get(id, key);
  }

  @Delete(':id')
  @RequireScopes('videos:write')
  @Envelope('Video deleted')
  @ApiOperation({
    summary: 'Delete a video for good, and cancel its render if that still runs',
    description: 'The job stays, marked as deleted, and so does its audit trail.',
  })
  @ApiCsrfHeader()
  @ApiEnvelope(DeletedVideoDto)
  @ApiErrors('VIDEO_NOT_FOUND')
  async remove(
    @Param('id') id: string,
    @CurrentKey() key: Identity,
    @RequestId() requestId: string,
  ): Promise<DeletedVideoDto> {
    await this.videos.remove(id, key, requestId);
    return { id: id.toLowerCase(), deleted: true };
  }

  @Get(':id/download')
  @RequireScopes('videos:read')
  @ApiOperation({ summary: 'Download the video file; ranges and conditional requests are served' })
  @ApiResponse({
    status: 200,
    description: 'The file',
    content: { 'video/mp4': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiResponse({ status: 206, description: 'The part that `Range` asks for' })
  @ApiResponse({ status: 304, description: 'The client has this file already (`If-None-Match`)' })
  @ApiErrors('VIDEO_NOT_FOUND', 'VIDEO_NOT_READY', 'PRECONDITION_FAILED', 'RANGE_NOT_SATISFIABLE')
  async download(
    @Param('id') id: string,
    @CurrentKey() key: Identity,
    @Res() res: Response,
  ): Promise<void> {
    const file = await this.videos.file(id, MAIN_FILE, key);
    await sendOutput(res, file, `${id}.mp4`);
  }

  @Get(':id/files/:name')
  @RequireScopes('videos:read')
  @ApiOperation({
    summary: 'Download one of the files of a video, as `GET /videos/{id}` lists them',
    description: 'Ranges and conditional requests are served.',
  })
  @ApiResponse({
    status: 200,
    description: 'The file',
    content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiResponse({ status: 206, description: 'The part that `Range` asks for' })
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
    @Param('name') name: string,
    @CurrentKey() key: Identity,
    @Res() res: Response,
  ): Promise<void> {
    const file = await this.videos.file(id, name, key);
    await sendOutput(res, file, `${id}-${name}`);
  }
}
