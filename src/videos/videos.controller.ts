import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { MAIN_FILE } from '../core/job/output-file.js';
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
import { type VideoRequest, videoRequest } from '../submissions/video-request.js';
import { respondWithJob } from '../submissions/created-job.js';
import { CreatedJobDto } from '../submissions/created-job.dto.js';
import { VIDEO_EXAMPLES } from './video-examples.js';
import { DeletedVideoDto, VideoDto, VideoListDto, VideosQuery } from './videos.dto.js';
import { VideosService } from './videos.service.js';

@ApiTags('Videos')
@Controller('videos')
export class VideosController {
  private readonly link: LinkTo;

  constructor(
    private readonly videos: VideosService,
    private readonly downloads: Downloads,
    @Inject(CONFIG) config: Config,
  ) {
    this.link = linksOf(config);
  }

  @Post()
  @HttpCode(202)
  @RequireScopes('videos:write')
  @Envelope('Video generation job created', { flat: true })
  @ApiOperation({ summary: 'Create a video generation job from a config or a template' })
  @ApiCsrfHeader()
  @ApiIdempotencyKey()
  @ApiBody({
    description:
      'A video config (docs/video-config.md), or a template with values for its variables (docs/templates.md).',
    schema: videoRequest.schema,
    examples: VIDEO_EXAMPLES,
  })
  @ApiEnvelope(CreatedJobDto, { flat: true, status: 202 })
  @ApiErrors('TEMPLATE_NOT_FOUND', 'IDEMPOTENCY_KEY_REUSED')
  async create(
    @Body(new JsonBodyPipe(videoRequest)) request: VideoRequest,
    @CurrentCaller() caller: Caller,
    @Idempotency() idempotency: IdempotencyKey | null,
    @Res({ passthrough: true }) res: Response,
  ): Promise<CreatedJobDto | WithMessage<CreatedJobDto>> {
    const created = await this.videos.create(request, caller, idempotency);
    return respondWithJob(created, this.link, res);
  }

  @Get()
  @RequireScopes('videos:read')
  @Envelope('Videos listed')
  @ApiOperation({ summary: 'List videos in all states, newest first' })
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
    summary: 'Delete a video permanently and cancel its render',
    description: 'The job and its audit trail remain. The job has `deleted_at`.',
  })
  @ApiCsrfHeader()
  @ApiEnvelope(DeletedVideoDto)
  @ApiErrors('VIDEO_NOT_FOUND')
  async remove(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<DeletedVideoDto> {
    await this.videos.remove(id, caller);
    return { id: id.toLowerCase(), deleted: true };
  }

  @Get(':id/download')
  @RequireScopes('videos:read')
  @ApiOperation({
    summary: 'Download the video as MP4',
    description: 'Supports range and conditional requests.',
  })
  @ApiFileDownload({ 'video/mp4': { schema: { type: 'string', format: 'binary' } } })
  @ApiErrors('VIDEO_NOT_FOUND', 'VIDEO_NOT_READY', 'PRECONDITION_FAILED', 'RANGE_NOT_SATISFIABLE')
  async download(
    @Param('id') id: string,
    @CurrentKey() key: Identity,
    @Res() res: Response,
  ): Promise<void> {
    const { file, saving } = await this.videos.file(id, MAIN_FILE, key);
    await this.downloads.send(res, file, saving);
  }

  @Get(':id/files/:name')
  @RequireScopes('videos:read')
  @ApiOperation({
    summary: 'Download a file of a video',
    description: '`GET /videos/{id}` lists the files. Supports range and conditional requests.',
  })
  @ApiFileDownload({ '*/*': { schema: { type: 'string', format: 'binary' } } })
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
    const { file, saving } = await this.videos.file(id, name, key);
    await this.downloads.send(res, file, saving);
  }
}
