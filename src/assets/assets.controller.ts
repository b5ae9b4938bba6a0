import { Controller, Delete, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import {
  type Caller,
  CurrentCaller,
  CurrentKey,
  type Identity,
  RequireScopes,
} from '../http/access/access.js';
import { Downloads } from '../http/downloads/downloads.js';
import {
  ApiCsrfHeader,
  ApiEnvelope,
  ApiErrors,
  ApiFileDownload,
} from '../http/openapi/responses.js';
import { Envelope, WithMessage } from '../http/responses/envelope.js';
import { type LinkTo, linksOf } from '../http/routes/links.js';
import { JsonBodyPipe } from '../http/validation/json-body.pipe.js';
import { isOfType } from '../http/validation/require-json.js';
import { StreamedBody } from '../http/validation/streamed-body.decorator.js';
import { allowLongBody } from '../http/requests/long-bodies.js';
import { ASSET_BODIES, type AssetRequest, assetRequest } from './asset-request.js';
import { AssetDto, AssetListDto, AssetsQuery, DeletedAssetDto, toAssetDto } from './assets.dto.js';
import { AssetsService } from './assets.service.js';
import type { Upload } from './files/incoming-assets.js';

const FORM = 'multipart/form-data';
const ADVICE =
  'Send a form (`multipart/form-data`) with the file, or JSON (`application/json`) with its `url`.';
const requestPipe = new JsonBodyPipe(assetRequest);

/**
 * An asset is a source of videos, so it needs the scopes of videos: a key that may submit a config may also upload
 * what it names. A key sees only its own assets.
 */
@ApiTags('Assets')
@Controller('assets')
export class AssetsController {
  private readonly link: LinkTo;

  constructor(
    private readonly assets: AssetsService,
    private readonly downloads: Downloads,
    @Inject(CONFIG) config: Config,
  ) {
    this.link = linksOf(config);
  }

  @Post()
  @RequireScopes('videos:write')
  @StreamedBody({ type: FORM, advice: ADVICE })
  @Envelope('Asset created')
  @ApiOperation({
    summary: 'Upload a file, or have it fetched from a URL',
    description:
      'Takes a picture, a video, a sound, a font, or a caption file. Use its `src` in a video config. If ' +
      'the key has the same content already, its asset is returned with status 200. For large files, ' +
      'see `POST /assets/uploads`.',
    requestBody: ASSET_BODIES,
  })
  @ApiCsrfHeader()
  @ApiEnvelope(AssetDto, { status: 201 })
  @ApiEnvelope(AssetDto, { status: 200, description: 'The key has this content already' })
  @ApiErrors(
    'REQUEST_TOO_SLOW',
    'SOURCE_BLOCKED',
    'SOURCE_NOT_FOUND',
    'SOURCE_TOO_LARGE',
    'SOURCE_TIMEOUT',
    'MEDIA_INVALID',
    'STORAGE_FULL',
  )
  async create(
    @Req() req: Request,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) res: Response,
  ): Promise<AssetDto | WithMessage<AssetDto>> {
    const { asset, isNew } = isOfType(req.headers['content-type'], FORM)
      ? await this.assets.uploadForm(req, res, caller)
      : await this.uploadUrl(requestPipe.transform(req.body), res, caller);
    res.location(this.link(`/assets/${asset.id}`)).status(isNew ? 201 : 200);
    const dto = toAssetDto(asset, this.link);
    return isNew ? dto : new WithMessage(dto, 'Your key has this content already');
  }

  private uploadUrl(request: AssetRequest, res: Response, caller: Caller): Promise<Upload> {
    allowLongBody(res.req, res);
    const gone = new AbortController();
    res.once('close', () => gone.abort(new Error('The client is gone.')));
    return this.assets.uploadUrl(request, caller, gone.signal);
  }

  @Get()
  @RequireScopes('videos:read')
  @Envelope('Assets listed')
  @ApiOperation({ summary: 'List assets, newest first' })
  @ApiEnvelope(AssetListDto)
  @ApiErrors('VALIDATION_ERROR')
  list(@Query() query: AssetsQuery, @CurrentKey() key: Identity): Promise<AssetListDto> {
    return this.assets.list(query, key);
  }

  @Get(':id')
  @RequireScopes('videos:read')
  @Envelope('Asset found')
  @ApiOperation({ summary: 'Get the name, type, and size of an asset' })
  @ApiEnvelope(AssetDto)
  @ApiErrors('ASSET_NOT_FOUND')
  async get(@Param('id') id: string, @CurrentKey() key: Identity): Promise<AssetDto> {
    return toAssetDto(await this.assets.find(id, key), this.link);
  }

  @Get(':id/download')
  @RequireScopes('videos:read')
  @ApiOperation({
    summary: 'Download the content of an asset',
    description: 'Supports range and conditional requests.',
  })
  @ApiFileDownload({ '*/*': { schema: { type: 'string', format: 'binary' } } })
  @ApiErrors('ASSET_NOT_FOUND', 'FILE_NOT_FOUND', 'PRECONDITION_FAILED', 'RANGE_NOT_SATISFIABLE')
  async download(
    @Param('id') id: string,
    @CurrentKey() key: Identity,
    @Res() res: Response,
  ): Promise<void> {
    const asset = await this.assets.find(id, key);
    const saving = { fileName: asset.name, type: 'attachment' } as const;
    await this.downloads.send(res, await this.assets.file(asset), saving);
  }

  @Delete(':id')
  @RequireScopes('videos:write')
  @Envelope('Asset deleted')
  @ApiOperation({
    summary: 'Delete an asset',
    description: 'Jobs that were accepted before still use it. New requests cannot.',
  })
  @ApiCsrfHeader()
  @ApiEnvelope(DeletedAssetDto)
  @ApiErrors('ASSET_NOT_FOUND')
  async remove(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<DeletedAssetDto> {
    await this.assets.remove(id, caller);
    return { id: id.toLowerCase(), deleted: true };
  }
}
