import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import type { OutputFile } from '../core/job/output-file.js';
import { JobQueries } from '../engine/jobs/job-queries.js';
import { JobStore } from '../engine/jobs/job-store.js';
import type { Identity } from '../http/access/access.js';
import { ApiError } from '../http/errors/api-error.js';
import { type LinkTo, linksOf } from '../http/routes/links.js';
import { ownedJob } from '../http/access/visibility.js';
import { cursorOf, instantOf } from '../http/paging/page-query.js';
import { paginationOf } from '../http/paging/pagination.dto.js';
import { outputFolder, videosDir } from '../pipeline/outputs/output-files.js';
import { parseIdempotencyKey, idempotencyKeyReused } from '../submissions/idempotency-key.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import type { CreatedJob } from './created-job-response.js';
import { toVideoDto } from './video-response.js';
import type { VideoDto, VideoListDto, VideosQuery } from './videos.dto.js';

/** Takes projects in, and tells of the videos made from them. */
@Injectable()
export class VideosService {
  private readonly link: LinkTo;

  constructor(
    private readonly store: JobStore,
    private readonly jobs: JobQueries,
    @Inject(CONFIG) private readonly config: Config,
    private readonly submissions: SubmissionsService,
  ) {
    this.link = linksOf(config);
  }

  /**
   * Stores the job of a valid config, or of a template with variables; all that is wrong in another
   * is reported at once.
   *
   * @param idempotencyHeader a request repeated with the same one answers with the first one's job
   */
  async create(
    body: unknown,
    key: Identity,
    requestId: string,
    idempotencyHeader: string | undefined,
  ): Promise<CreatedJob> {
    const idempotency = parseIdempotencyKey(idempotencyHeader, body);
    const submission = await this.submissions.resolve(body, key);
    const id = uuidv7();
    const job = { id, keyId: key.id, requestId, ...submission };
    const accepted = await this.store.accept(job, idempotency);
    if (accepted.outcome === 'reused') throw idempotencyKeyReused();
    if (accepted.outcome === 'new') {
      return { id, status: 'pending', replayed: false, deletedAt: null };
    }
    const { jobId, status, deletedAt } = accepted;
    return { id: jobId, status, replayed: true, deletedAt };
  }

  async list(query: VideosQuery, key: Identity): Promise<VideoListDto> {
    const page = await this.jobs.page(
      {
        keyId: key.isAdmin ? null : key.id,
        status: query.status ?? null,
        batchId: null,
        createdAfter: instantOf(query.created_after),
        createdBefore: instantOf(query.created_before),
        videosOnly: true,
      },
      { limit: query.limit, offset: query.offset ?? 0, after: cursorOf(query, 'uuid') },
    );
    return {
      videos: page.jobs.map((job) => toVideoDto(job, this.link)),
      pagination: paginationOf(query, page),
    };
  }

  async get(id: string, key: Identity): Promise<VideoDto> {
    return toVideoDto(await this.owned(id, key), this.link);
  }

  /** Where a file of a finished video is, and what it holds. */
  async file(id: string, name: string, key: Identity): Promise<OutputFile & { path: string }> {
    const { result, status } = await this.owned(id, key);
    if (!result) throw new ApiError('VIDEO_NOT_READY', `The job of this video is ${status}.`);
    const file = result.files.find((one) => one.name === name);
    if (file) return { ...file, path: join(videosDir(this.config.dataDir), result.folder, name) };
    const names = result.files.map((one) => one.name).join(', ');
    throw new ApiError('FILE_NOT_FOUND', `This video has no such file; it has ${names}.`);
  }

  /** Deletes the files of a video for good, and ends its job if that still runs. */
  async remove(id: string, key: Identity, requestId: string): Promise<void> {
    const job = await this.owned(id, key);
    const removed = await this.store.remove(job.id, { keyId: key.id, requestId }, (attempts) =>
      this.removeFiles(job.id, attempts),
    );
    // Somebody else was quicker: then it is gone for this caller too.
    if (!removed) await this.owned(id, key);
  }

  private owned(id: string, key: Identity) {
    return ownedJob((jobId) => this.jobs.find(jobId), id, key, 'VIDEO_NOT_FOUND');
  }

  private async removeFiles(id: string, attempts: number): Promise<void> {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      await rm(outputFolder(this.config.dataDir, id, attempt), { recursive: true, force: true });
    }
  }
}
