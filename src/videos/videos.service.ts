import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { savedName } from '../core/job/file-names.js';
import type { IdempotencyKey } from '../engine/jobs/idempotency.js';
import { JobQueries } from '../engine/jobs/job-queries.js';
import { JobStore } from '../engine/jobs/job-store.js';
import { VideoFiles } from '../engine/storage/video-files.js';
import { actorOf, type Caller, type Identity } from '../http/access/access.js';
import { visibleOwner } from '../http/access/visibility.js';
import type { SavedFile } from '../http/downloads/downloads.js';
import { createdBetween, pageRequest } from '../http/paging/page-query.js';
import { jobPagination } from '../http/paging/pagination.dto.js';
import { type LinkTo, linksOf } from '../http/routes/links.js';
import { acceptJobs } from '../submissions/accept-jobs.js';
import { type Submission, SubmissionsService } from '../submissions/submissions.service.js';
import type { VideoRequest } from '../submissions/video-request.js';
import type { CreatedJob } from '../submissions/created-job.js';
import { findVideo, requireFile } from './find-video.js';
import { toVideoDto } from './video-response.js';
import type { VideoDto, VideoListDto, VideosQuery } from './videos.dto.js';

/** Creates, lists, and deletes videos. */
@Injectable()
export class VideosService {
  private readonly link: LinkTo;

  constructor(
    private readonly store: JobStore,
    private readonly jobs: JobQueries,
    @Inject(CONFIG) config: Config,
    private readonly submissions: SubmissionsService,
    private readonly files: VideoFiles,
  ) {
    this.link = linksOf(config);
  }

  /**
   * Creates a job for a config or a template, or returns the job that the idempotency key already has.
   *
   * @throws ApiError VALIDATION_ERROR, TEMPLATE_NOT_FOUND, IDEMPOTENCY_KEY_REUSED, RATE_LIMIT_EXCEEDED
   */
  async create(
    request: VideoRequest,
    caller: Caller,
    idempotency: IdempotencyKey | null,
  ): Promise<CreatedJob> {
    return this.submit(await this.submissions.resolve(request, caller), caller, idempotency);
  }

  /**
   * Creates a job for valid input, or returns the job that the idempotency key already has.
   *
   * @throws ApiError IDEMPOTENCY_KEY_REUSED, RATE_LIMIT_EXCEEDED
   */
  async submit(
    submission: Submission,
    caller: Caller,
    idempotency: IdempotencyKey | null,
  ): Promise<CreatedJob> {
    const id = uuidv7();
    const job = { id, ...actorOf(caller), ...submission };
    const accepted = await acceptJobs(() => this.store.accept(job, idempotency), '');
    if (accepted.outcome === 'new') {
      return { id, status: 'pending', replayed: false, deletedAt: null };
    }
    const { jobId, status, deletedAt } = accepted;
    return { id: jobId, status, replayed: true, deletedAt };
  }

  async list(query: VideosQuery, key: Identity): Promise<VideoListDto> {
    const filter = {
      ...createdBetween(query),
      keyId: visibleOwner(key),
      status: query.status ?? null,
      batchId: null,
      videosOnly: true,
    };
    const page = await this.jobs.page(filter, pageRequest(query));
    return {
      videos: page.jobs.map((job) => toVideoDto(job, this.link)),
      pagination: jobPagination(query, page),
    };
  }

  /** @throws ApiError VIDEO_NOT_FOUND */
  async get(id: string, key: Identity): Promise<VideoDto> {
    return toVideoDto(await findVideo(this.jobs, id, key), this.link);
  }

  /** @throws ApiError VIDEO_NOT_FOUND, VIDEO_NOT_READY, FILE_NOT_FOUND */
  async file(id: string, name: string, key: Identity): Promise<SavedFile> {
    const job = await findVideo(this.jobs, id, key);
    const file = requireFile(job, name);
    const fileName = savedName(job.delivery?.filename ?? null, job.id, name);
    return { file, saving: { fileName, type: 'attachment' } };
  }

  /**
   * Permanently deletes the files of a video and cancels its job if it is not finished.
   *
   * @throws ApiError VIDEO_NOT_FOUND
   */
  async remove(id: string, caller: Caller): Promise<void> {
    const job = await findVideo(this.jobs, id, caller);
    const removed = await this.store.remove(job.id, actorOf(caller), () =>
      this.files.removeAttempts(job.id, null),
    );
    // A concurrent request deleted the video first: this one gets 404.
    if (!removed) await findVideo(this.jobs, id, caller);
  }
}
