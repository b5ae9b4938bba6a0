import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { savedName } from '../core/job/file-names.js';
import { AuditLog } from '../engine/audit/audit-log.js';
import { JobQueries } from '../engine/jobs/job-queries.js';
import { videoObject } from '../engine/storage/video-files.js';
import { LinkSigner } from '../engine/links/link-signer.js';
import { actorOf, type Caller } from '../http/access/access.js';
import { ApiError } from '../http/errors/api-error.js';
import { baseUrl } from '../http/routes/base-url.js';
import { apiPath } from '../http/routes/paths.js';
import type { Saving, StoredFile } from '../http/downloads/downloads.js';
import { findVideo, requireFile } from './find-video.js';
import type { LinkRequest } from './link-request.js';
import type { VideoLinkDto } from './links.dto.js';

/** What a link leads to. */
export interface LinkedFile {
  readonly file: StoredFile;
  readonly saving: Saving;
  readonly secondsLeft: number;
}

/** Creates and opens links to files. */
@Injectable()
export class LinksService {
  constructor(
    private readonly jobs: JobQueries,
    private readonly signer: LinkSigner,
    private readonly audit: AuditLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws ApiError VIDEO_NOT_FOUND, VIDEO_NOT_READY, FILE_NOT_FOUND */
  async create(
    id: string,
    { file: name, disposition, 'expires-in': seconds }: LinkRequest,
    caller: Caller,
    req: Request,
  ): Promise<VideoLinkDto> {
    const job = await findVideo(this.jobs, id, caller);
    const file = requireFile(job, name);
    const expiresAt = Math.floor(Date.now() / 1000) + seconds;
    const claims = { videoId: job.id, file: name, keyId: caller.id, expiresAt };
    const token = await this.signer.sign({ ...claims, inline: disposition === 'inline' });
    const expires_at = new Date(expiresAt * 1000).toISOString();
    await this.audit.add('link.created', {
      ...{ jobId: job.id, ownerId: job.keyId, by: actorOf(caller) },
      data: { file: name, expires_at },
    });
    const shown = encodeURIComponent(savedName(job.delivery?.filename ?? null, job.id, name));
    return {
      url: `${baseUrl(req, this.config)}${apiPath(`/links/${token}/${shown}`)}`,
      expires_at,
      file: name,
      content_type: file.contentType,
      size_bytes: file.sizeBytes,
    };
  }

  /** @throws ApiError LINK_NOT_FOUND, in the same words whatever is wrong with the link */
  async open(token: string): Promise<LinkedFile> {
    const claims = await this.signer.verify(token);
    const job = claims && (await this.jobs.find(claims.videoId));
    const file = job?.result?.files.find(({ name }) => name === claims?.file);
    if (!claims || !job?.result || !file || job.deletedAt !== null) throw linkNotFound();
    return {
      file: { ...file, object: videoObject(job.result.folder, file.name) },
      saving: {
        fileName: savedName(job.delivery?.filename ?? null, job.id, file.name),
        type: claims.inline ? 'inline' : 'attachment',
      },
      secondsLeft: Math.ceil(claims.expiresAt - Date.now() / 1000),
    };
  }
}

function linkNotFound(): ApiError {
  return new ApiError('LINK_NOT_FOUND', 'This link leads nowhere, or not any more.');
}
