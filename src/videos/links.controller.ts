import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CONFIG } from '../config/config.module.js';
import { LONGEST_LINK_SECONDS } from '../config/delivery-variables.js';
import type { Config } from '../config/types.js';
import { type Caller, CurrentCaller, Public, RequireScopes } from '../http/access/access.js';
import {
  ApiCsrfHeader,
  ApiEnvelope,
  ApiErrors,
  ApiFileDownload,
} from '../http/openapi/responses.js';
import { Envelope } from '../http/responses/envelope.js';
import { JsonBodyPipe } from '../http/validation/json-body.pipe.js';
import { Downloads } from '../http/downloads/downloads.js';
import { LINK_EXAMPLES, linkRequest, type LinkRequest } from './link-request.js';
import { LinksService } from './links.service.js';
import { VideoLinkDto } from './links.dto.js';

/** A browser that opens a link shows the file, and any page may embed it. */
const HEADERS = new Map([
  [
    'Content-Security-Policy',
    "default-src 'none';media-src 'self';img-src 'self';style-src 'unsafe-inline'",
  ],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['X-Robots-Tag', 'noindex'],
]);

/** Signed links to files of videos. */
@ApiTags('Videos')
@Controller()
export class LinksController {
  private readonly request: JsonBodyPipe<LinkRequest>;

  constructor(
    private readonly links: LinksService,
    private readonly downloads: Downloads,
    @Inject(CONFIG) { delivery }: Config,
  ) {
    this.request = JsonBodyPipe.optional(linkRequest(delivery.linkMaxSeconds));
  }

  @Post('videos/:id/links')
  @RequireScopes('videos:read')
  @Envelope('Link created')
  @ApiOperation({
    summary: 'Create a link to a file that needs no key',
    description:
      'Anyone who has the link can read the file until it expires, the key is revoked, or the video is deleted.',
  })
  @ApiCsrfHeader()
  @ApiBody({
    schema: linkRequest(LONGEST_LINK_SECONDS).schema,
    required: false,
    examples: LINK_EXAMPLES,
  })
  @ApiEnvelope(VideoLinkDto, { status: 201 })
  @ApiErrors('VIDEO_NOT_FOUND', 'FILE_NOT_FOUND', 'VIDEO_NOT_READY')
  create(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentCaller() caller: Caller,
    @Req() req: Request,
  ): Promise<VideoLinkDto> {
    return this.links.create(id, this.request.transform(body), caller, req);
  }

  @Get('links/:token/:name')
  @Public()
  @ApiOperation({
    summary: 'Read a file by its link',
    description: 'Supports `HEAD`, range, and conditional requests. The name is for the reader.',
  })
  @ApiFileDownload({ '*/*': { schema: { type: 'string', format: 'binary' } } })
  @ApiErrors('LINK_NOT_FOUND', 'PRECONDITION_FAILED', 'RANGE_NOT_SATISFIABLE')
  async read(@Param('token') token: string, @Res() res: Response): Promise<void> {
    const { file, saving, secondsLeft } = await this.links.open(token);
    res.setHeaders(HEADERS);
    await this.downloads.send(res, file, { ...saving, secondsLeft });
  }
}
