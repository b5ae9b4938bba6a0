import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { CurrentKey, type Identity, RequestId, RequireScopes } from '../http/access/access.js';
import { Envelope } from '../http/responses/envelope.js';
import { matchesETag } from '../http/preconditions/if-none-match.js';
import { ApiCsrfHeader, ApiEnvelope, ApiErrors } from '../http/openapi/responses.js';
import { type LinkTo, linksOf } from '../http/routes/links.js';
import { templateETag, toTemplateDto } from './template-responses.js';
import {
  DeletedTemplateDto,
  TemplateContentDto,
  TemplateDto,
  TemplateListDto,
  TemplateQuery,
  TemplatesQuery,
} from './templates.dto.js';
import { TemplatesService } from './templates.service.js';

/**
 * A template is a video config that is kept, so the scopes of videos are those of templates: whoever
 * may submit a config may keep one, and a key sees only its own.
 */
@ApiTags('Templates')
@Controller('templates')
export class TemplatesController {
  private readonly link: LinkTo;

  constructor(
    private readonly templates: TemplatesService,
    @Inject(CONFIG) config: Config,
  ) {
    this.link = linksOf(config);
  }

  @Post()
  @RequireScopes('videos:write')
  @Envelope('Template created')
  @ApiOperation({ summary: 'Keep a video config with variables as a template' })
  @ApiCsrfHeader()
  @ApiEnvelope(TemplateDto, { status: 201 })
  async create(
    @Body() body: TemplateContentDto,
    @CurrentKey() key: Identity,
    @RequestId() requestId: string,
    @Res({ passthrough: true }) res: Response,
  ): Promise<TemplateDto> {
    const template = await this.templates.create(body, key, requestId);
    res.location(this.link(`/templates/${template.id}`)).setHeader('ETag', templateETag(template));
    return toTemplateDto(template);
  }

  @Get()
  @RequireScopes('videos:read')
  @Envelope('Templates listed')
  @ApiOperation({ summary: 'List templates, newest first' })
  @ApiEnvelope(TemplateListDto)
  @ApiErrors('VALIDATION_ERROR')
  list(@Query() query: TemplatesQuery, @CurrentKey() key: Identity): Promise<TemplateListDto> {
    return this.templates.list(query, key);
  }

  @Get(':id')
  @RequireScopes('videos:read')
  @Envelope('Template found')
  @ApiOperation({ summary: 'Get a template, at its latest revision or at an earlier one' })
  @ApiHeader({ name: 'If-None-Match', required: false, schema: { type: 'string' } })
  @ApiEnvelope(TemplateDto)
  @ApiResponse({ status: 304, description: 'It has the revision of the `ETag` that was sent' })
  @ApiErrors('VALIDATION_ERROR', 'TEMPLATE_NOT_FOUND')
  async get(
    @Param('id') id: string,
    @Query() query: TemplateQuery,
    @CurrentKey() key: Identity,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res({ passthrough: true }) res: Response,
  ): Promise<TemplateDto> {
    const template = await this.templates.get(id, query.revision ?? null, key);
    const tag = templateETag(template);
    res.setHeader('ETag', tag);
    // Express leaves the body out.
    if (matchesETag(ifNoneMatch, tag)) res.status(304);
    return toTemplateDto(template);
  }

  @Put(':id')
  @RequireScopes('videos:write')
  @Envelope('Template changed')
  @ApiOperation({
    summary: 'Replace a template by a new revision',
    description: 'Earlier revisions stay, and so do the jobs made from them.',
  })
  @ApiCsrfHeader()
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The `ETag` of the revision that was changed; without it the last writer wins.',
    schema: { type: 'string' },
  })
  @ApiEnvelope(TemplateDto)
  @ApiErrors('TEMPLATE_NOT_FOUND', 'PRECONDITION_FAILED')
  async update(
    @Param('id') id: string,
    @Body() body: TemplateContentDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentKey() key: Identity,
    @RequestId() requestId: string,
    @Res({ passthrough: true }) res: Response,
  ): Promise<TemplateDto> {
    const template = await this.templates.update(id, body, ifMatch, key, requestId);
    res.setHeader('ETag', templateETag(template));
    return toTemplateDto(template);
  }

  @Delete(':id')
  @RequireScopes('videos:write')
  @Envelope('Template deleted')
  @ApiOperation({
    summary: 'Delete a template',
    description: 'Jobs that were made from it stay, and pending ones are rendered.',
  })
  @ApiCsrfHeader()
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The `ETag` of the revision that is to go; without it whichever is there.',
    schema: { type: 'string' },
  })
  @ApiEnvelope(DeletedTemplateDto)
  @ApiErrors('TEMPLATE_NOT_FOUND', 'PRECONDITION_FAILED')
  async remove(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentKey() key: Identity,
    @RequestId() requestId: string,
  ): Promise<DeletedTemplateDto> {
    await this.templates.remove(id, ifMatch, key, requestId);
    return { id: id.toLowerCase(), deleted: true };
  }
}
