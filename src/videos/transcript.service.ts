import { Injectable } from '@nestjs/common';
import type { Transcript } from '../core/captions/write/write-transcript.js';
import { type OutputFile, subtitlesFile } from '../core/job/output-file.js';
import {
  correctTranscript,
  type TranscriptCorrection,
} from '../core/project/correct-transcript.js';
import type { IdempotencyKey } from '../engine/jobs/idempotency.js';
import type { JobEntity } from '../engine/jobs/job.entity.js';
import { JobQueries } from '../engine/jobs/job-queries.js';
import { VideoFiles, videoObject } from '../engine/storage/video-files.js';
import type { Caller, Identity } from '../http/access/access.js';
import { LOST_FILE, type StoredFile } from '../http/downloads/downloads.js';
import { ApiError } from '../http/errors/api-error.js';
import { hashBody } from '../submissions/idempotency.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import type { CreatedJob } from '../submissions/created-job.js';
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
    private readonly files: VideoFiles,
  ) {}

  /** @throws ApiError VIDEO_NOT_FOUND, VIDEO_NOT_READY, FILE_NOT_FOUND */
  async file(id: string, format: string, key: Identity): Promise<StoredFile> {
    const job = await findVideo(this.jobs, id, key);
    const file = this.captionOutput(job, format);
    return { ...file, object: videoObject(requireResult(job).folder, file.name) };
  }

  /** @throws ApiError VIDEO_NOT_FOUND, VIDEO_NOT_READY, FILE_NOT_FOUND */
  async get(id: string, key: Identity): Promise<TranscriptDto> {
    const job = await findVideo(this.jobs, id, key);
    const { folder } = requireResult(job);
    const { name } = this.captionOutput(job, 'json');
    const text = await this.files.readText(folder, name);
    if (text === null) throw new ApiError('FILE_NOT_FOUND', LOST_FILE);
    const transcript = JSON.parse(text) as Transcript;
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
    const { issues, submission } = await this.submissions.checkConfig(corrected.config, caller);
    if (submission === null) {
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
    return this.videos.submit({ ...submission, priority: job.priority }, caller, key);
  }

  private captionOutput(job: JobEntity, format: string): OutputFile {
    const { files } = requireResult(job);
    const file = files.find((one) => one.name === subtitlesFile(format));
    if (file) return file;
    const names = files.filter(({ kind }) => kind === 'subtitles').map(({ name }) => name);
    throw new ApiError(
      'FILE_NOT_FOUND',
      names.length > 0 ? `The caption files of this video are ${names.join(', ')}.` : NO_CAPTIONS,
    );
  }
}
