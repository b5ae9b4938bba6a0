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
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import {
  type Caller,
  CurrentCaller,
  CurrentKey,
  type Identity,
  RequireScopes,
} from '../http/access/access.js';
import { Envelope } from '../http/responses/envelope.js';
import { matchesETag } from '../http/preconditions/if-none-match.js';
import {
  ApiCsrfHeader,
  ApiEnvelope,
  ApiErrors,
  ApiIfMatch,
  ApiIfNoneMatch,
} from '../http/openapi/responses.js';
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
 * A template is a stored video config, so it needs the scopes of videos: a key that may submit a config
 * may also store one. A key sees only its own templates.
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
  @ApiOperation({ summary: 'Create a template from a video config with variables' })
  @ApiCsrfHeader()
  @ApiEnvelope(TemplateDto, { status: 201 })
  async create(
    @Body() body: TemplateContentDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) res: Response,
  ): Promise<TemplateDto> {
    const template = await this.templates.create(body, caller);
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
  @ApiOperation({ summary: 'Get the latest or an earlier revision of a template' })
  @ApiIfNoneMatch()
  @ApiEnvelope(TemplateDto)
  @ApiResponse({ status: 304, description: 'The revision still matches `If-None-Match`' })
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
    // Express omits the body of a 304.
    if (matchesETag(ifNoneMatch, tag)) res.status(304);
    return toTemplateDto(template);
  }

  @Put(':id')
  @RequireScopes('videos:write')
  @Envelope('Template updated')
  @ApiOperation({
    summary: 'Update a template with a new revision',
    description: 'Earlier revisions and their jobs remain.',
  })
  @ApiCsrfHeader()
  @ApiIfMatch('The `ETag` of the revision that you changed. Without it, the last writer wins.')
  @ApiEnvelope(TemplateDto)
  @ApiErrors('TEMPLATE_NOT_FOUND', 'PRECONDITION_FAILED')
  async update(
    @Param('id') id: string,
    @Body() body: TemplateContentDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) res: Response,
  ): Promise<TemplateDto> {
    const template = await this.templates.update(id, body, ifMatch, caller);
    res.setHeader('ETag', templateETag(template));
    return toTemplateDto(template);
  }

  @Delete(':id')
  @RequireScopes('videos:write')
  @Envelope('Template deleted')
  @ApiOperation({
    summary: 'Delete a template',
    description: 'Jobs from the template remain, and pending ones are still rendered.',
  })
  @ApiCsrfHeader()
  @ApiIfMatch('The `ETag` of the revision to delete. Without it, any revision is deleted.')
  @ApiEnvelope(DeletedTemplateDto)
  @ApiErrors('TEMPLATE_NOT_FOUND', 'PRECONDITION_FAILED')
  async remove(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<DeletedTemplateDto> {
    await this.templates.remove(id, ifMatch, caller);
    return { id: id.toLowerCase(), deleted: true };
  }
}
