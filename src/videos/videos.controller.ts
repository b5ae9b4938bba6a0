import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentKey, type Identity, RequestId, RequireScopes } from '../http/access.js';
import { Envelope } from '../http/envelope.js';
import { ApiCsrfHeader, ApiEnvelope, ApiErrors } from '../http/openapi/responses.js';
import { apiPath } from '../http/paths.js';
import { CreatedJobDto, VideoDto } from './videos.dto.js';
import { VideosService } from './videos.service.js';

@ApiTags('Videos')
@Controller('videos')
export class VideosController {
  constructor(private readonly videos: VideosService) {}

  @Post()
  @HttpCode(202)
  @RequireScopes('videos:write')
  @Envelope('Video generation job created', { flat: true })
  @ApiOperation({ summary: 'Create a video generation job' })
  @ApiCsrfHeader()
  @ApiBody({ description: 'A video config; see docs/video-config.md.', schema: { type: 'object' } })
  @ApiEnvelope(CreatedJobDto, { flat: true, status: 202 })
  @ApiErrors('VALIDATION_ERROR', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE')
  async create(
    @Body() config: unknown,
    @CurrentKey() key: Identity,
    @RequestId() requestId: string,
    @Res({ passthrough: true }) res: Response,
  ): Promise<CreatedJobDto> {
    const created = await this.videos.create(config, key, requestId);
    res.location(apiPath(`/jobs/${created.job_id}`));
    return created;
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

  @Get(':id/download')
  @RequireScopes('videos:read')
  @ApiOperation({ summary: 'Download the video file; ranges and conditional requests are served' })
  @ApiErrors('VIDEO_NOT_FOUND', 'VIDEO_NOT_READY')
  async download(
    @Param('id') id: string,
    @CurrentKey() key: Identity,
    @Res() res: Response,
  ): Promise<void> {
    const { path, sha256 } = await this.videos.file(id, key);
    await new Promise<void>((resolve, reject) => {
      const headers = {
        'Content-Type': 'video/mp4',
        ETag: `"${sha256}"`,
        'Content-Disposition': `attachment; filename="${id}.mp4"`,
      };
      res.sendFile(path, { headers, dotfiles: 'allow' }, (error: Error | undefined) => {
        // A client that went away got what it wanted of the file.
        if (error && !res.headersSent) reject(error);
        else resolve();
      });
    });
  }
}
