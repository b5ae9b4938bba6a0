import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import type { Transcript } from '../core/captions/write/write-transcript.js';
import { subtitlesFile } from '../core/job/output-file.js';
import {
  correctTranscript,
  type TranscriptCorrection,
} from '../core/project/correct-transcript.js';
import type { IdempotencyKey } from '../engine/jobs/idempotency.js';
import type { JobEntity } from '../engine/jobs/job.entity.js';
import { JobQueries } from '../engine/jobs/job-queries.js';
import type { Caller, Identity } from '../http/access/access.js';
import { ApiError } from '../http/errors/api-error.js';
import { videosDir } from '../pipeline/outputs/output-files.js';
import { hashBody } from '../submissions/idempotency.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import type { CreatedJob } from './created-job-response.js';
import type { StoredFile } from './send-output.js';
import type { TranscriptDto } from './transcript.dto.js';
import { findVideo, requireResult } from './find-video.js';
import { VideosService } from './videos.service.js';

const NO_CAPTIONS = 'This video has no captions.';

/** Reads and corrects the transcripts of finished videos. */
@Injectable()
export class TranscriptService {
  constructor(
    private readonly jobs: JobQueries,
    private readonly videos: VideosService,
    private readonly submissions: SubmissionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws ApiError VIDEO_NOT_FOUND, VIDEO_NOT_READY, FILE_NOT_FOUND */
  async file(id: string, format: string, key: Identity): Promise<StoredFile> {
    return this.captionFile(await findVideo(this.jobs, id, key), format);
  }

  /** @throws ApiError VIDEO_NOT_FOUND, VIDEO_NOT_READY, FILE_NOT_FOUND */
  async get(id: string, key: Identity): Promise<TranscriptDto> {
    const job = await findVideo(this.jobs, id, key);
    const { path } = this.captionFile(job, 'json');
    const transcript = JSON.parse(await readFile(path, 'utf8')) as Transcript;
    return { id: job.id, ...transcript };
  }

  /**
   * Creates a job that renders the config of a video with a corrected transcript. The video itself does
   * not change.
   *
   * @throws ApiError VALIDATION_ERROR, VIDEO_NOT_FOUND, VIDEO_NOT_READY, FILE_NOT_FOUND
   */
  async correct(
    id: string,
    correction: TranscriptCorrection,
    caller: Caller,
    idempotency: IdempotencyKey | null,
  ): Promise<CreatedJob> {
    const job = await findVideo(this.jobs, id, caller, (jobId) => this.jobs.findWithConfig(jobId));
    requireResult(job);
    const corrected = correctTranscript(job.config, correction);
    if (corrected === null) throw new ApiError('FILE_NOT_FOUND', NO_CAPTIONS);
    const issues = await this.submissions.issues(corrected.config);
    if (issues.length > 0) {
      throw ApiError.validation(
        issues.map(({ pointer, message }) => ({
          message,
          // The request contains only the fields of the element, without a path to it.
          pointer: pointer.startsWith(corrected.pointer)
            ? pointer.slice(corrected.pointer.length)
            : pointer,
        })),
      );
    }
    // The body does not name the video, so the corrected config identifies the request.
    const key = idempotency && { ...idempotency, bodyHash: hashBody(corrected.config) };
    return this.videos.submit({ config: corrected.config, template: null }, caller, key);
  }

  private captionFile(job: JobEntity, format: string): StoredFile {
    const { files, folder } = requireResult(job);
    const file = files.find((one) => one.name === subtitlesFile(format));
    if (file) return { ...file, path: join(videosDir(this.config.dataDir), folder, file.name) };
    const names = files.filter(({ kind }) => kind === 'subtitles').map(({ name }) => name);
    throw new ApiError(
      'FILE_NOT_FOUND',
      names.length > 0 ? `The caption files of this video are ${names.join(', ')}.` : NO_CAPTIONS,
    );
  }
}
