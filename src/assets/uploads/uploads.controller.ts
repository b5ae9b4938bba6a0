import { Controller, Delete, Head, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { TUS_RESUMABLE } from '@tus/server';
import type { Request, Response } from 'express';
import { type Caller, CurrentCaller, RequireScopes } from '../../http/access/access.js';
import { ApiCsrfHeader, ApiErrors } from '../../http/openapi/responses.js';
import { StreamedBody } from '../../http/validation/streamed-body.decorator.js';
import { UploadsService } from './uploads.service.js';

const ANY_BODY = { type: null, advice: '' };
const BODY = {
  content: {
    'application/offset+octet-stream': { schema: { type: 'string' as const, format: 'binary' } },
  },
};

const header = (name: string, description: string, example: string, required = true) =>
  ApiHeader({ name, description, required, schema: { type: 'string', example } });
const TusResumable = () => header('Tus-Resumable', 'Version of the protocol.', TUS_RESUMABLE);

/** Uploads in parts, by the tus protocol 1.0.0 (https://tus.io/protocols/resumable-upload). */
@ApiTags('Assets')
@Controller('assets/uploads')
@RequireScopes('videos:write')
export class UploadsController {
  constructor(private readonly uploads: UploadsService) {}

  @Post()
  @StreamedBody(ANY_BODY)
  @ApiOperation({
    summary: 'Begin an upload in parts (tus protocol)',
    description:
      'For large files and weak connections. Use a client of the tus protocol, such as tus-js-client or Uppy. ' +
      'The answer to the last part has the ID of the asset in `X-Asset-ID`.',
    requestBody: BODY,
  })
  @ApiCsrfHeader()
  @TusResumable()
  @header('Upload-Length', 'Size of the file in bytes.', '1048576')
  @header(
    'Upload-Metadata',
    'Names and values in Base64. `filename` is the name of the file.',
    'filename aW50cm8ubXA0',
    false,
  )
  @ApiResponse({ status: 201, description: 'The upload exists. Its address is in `Location`.' })
  @ApiErrors('PRECONDITION_FAILED', 'REQUEST_TOO_SLOW', 'MEDIA_INVALID', 'STORAGE_FULL')
  create(@Req() req: Request, @Res() res: Response, @CurrentCaller() caller: Caller) {
    return this.uploads.create(req, res, caller);
  }

  @Head(':id')
  @ApiOperation({ summary: 'Get the offset of an upload (tus protocol)' })
  @TusResumable()
  @ApiResponse({ status: 200, description: 'The offset is in `Upload-Offset`.' })
  @ApiErrors('UPLOAD_NOT_FOUND', 'PRECONDITION_FAILED')
  offset(
    @Param('id') id: string,
    @Req() req: Request,
    @Res() res: Response,
    @CurrentCaller() caller: Caller,
  ) {
    return this.uploads.handle(id, req, res, caller);
  }

  @Patch(':id')
  @StreamedBody(ANY_BODY)
  @ApiOperation({
    summary: 'Continue an upload (tus protocol)',
    description: 'After the last bytes, the ID of the asset is in `X-Asset-ID`.',
    requestBody: BODY,
  })
  @ApiCsrfHeader()
  @TusResumable()
  @header('Upload-Offset', 'Where the bytes of the body begin.', '0')
  @header('Upload-Checksum', 'Algorithm (sha1 or sha256) and checksum.', 'sha1 Kq5s...', false)
  @ApiResponse({
    status: 204,
    description: 'The bytes arrived. `Upload-Offset` is the new offset.',
  })
  @ApiErrors(
    'UPLOAD_NOT_FOUND',
    'REQUEST_TOO_SLOW',
    'UPLOAD_CHANGED',
    'PRECONDITION_FAILED',
    'MEDIA_INVALID',
    'CHECKSUM_MISMATCH',
    'STORAGE_FULL',
  )
  append(
    @Param('id') id: string,
    @Req() req: Request,
    @Res() res: Response,
    @CurrentCaller() caller: Caller,
  ) {
    return this.uploads.handle(id, req, res, caller);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'End an unfinished upload and remove its parts (tus protocol)' })
  @ApiCsrfHeader()
  @TusResumable()
  @ApiResponse({ status: 204, description: 'The upload is gone.' })
  @ApiErrors('UPLOAD_NOT_FOUND', 'PRECONDITION_FAILED')
  remove(
    @Param('id') id: string,
    @Req() req: Request,
    @Res() res: Response,
    @CurrentCaller() caller: Caller,
  ) {
    return this.uploads.handle(id, req, res, caller);
  }
}
