import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import type { Transcript } from '../core/captions/write/write-transcript.js';
import { type OutputFile, subtitlesFile } from '../core/job/output-file.js';
import { type Correction, withTranscript } from '../core/project/with-transcript.js';
import { FontCatalogue } from '../engine/fonts/font-catalogue.js';
import type { JobEntity } from '../engine/jobs/job.entity.js';
import { JobQueries } from '../engine/jobs/job-queries.js';
import type { Identity } from '../http/access.js';
import { ApiError } from '../http/errors/api-error.js';
import { ownedJob } from '../http/owned-job.js';
import { videosDir } from '../pipeline/outputs/output-files.js';
import { parseConfig } from '../pipeline/parse-config.js';
import type { TranscriptDto } from './transcript.dto.js';
import type { CreatedJob } from './created-answer.js';
import { VideosService } from './videos.service.js';

/** The words of finished videos, and videos with other words. */
@Injectable()
export class TranscriptService {
  constructor(
    private readonly jobs: JobQueries,
    private readonly videos: VideosService,
    @Inject(CONFIG) private readonly config: Config,
    private readonly fonts: FontCatalogue,
  ) {}

  /** Where the captions of a video are in a format. */
  async file(id: string, format: string, key: Identity): Promise<OutputFile & { path: string }> {
    return this.fileOf(await this.finished(id, key), format);
  }

  async get(id: string, key: Identity): Promise<TranscriptDto> {
    const job = await this.finished(id, key);
    const { path } = this.fileOf(job, 'json');
    const transcript = JSON.parse(await readFile(path, 'utf8')) as Transcript;
    return { id: job.id, ...transcript };
  }

  /**
   * A job that renders the project of a video with other words; the video stays as it is.
   *
   * @param body `{words}` or `{text}`
   */
  async correct(
    id: string,
    body: unknown,
    key: Identity,
    requestId: string,
    idempotencyHeader: string | undefined,
  ): Promise<CreatedJob> {
    const { config } = await this.finished(id, key, (jobId) => this.jobs.findWithConfig(jobId));
    const made = withTranscript(config, correctionOf(body));
    if (made === null) throw new ApiError('FILE_NOT_FOUND', NO_CAPTIONS);
    const settings = { subtitleDefaults: this.config.subtitles, localSources: false };
    const parsed = parseConfig(made.config, this.fonts, settings);
    if (!parsed.ok) {
      throw ApiError.validation(
        parsed.issues.map(({ pointer, message }) => ({
          message,
          // As the caller wrote it: the element is ours.
          pointer: pointer.startsWith(made.pointer) ? pointer.slice(made.pointer.length) : pointer,
        })),
      );
    }
    return this.videos.create(made.config, key, requestId, idempotencyHeader);
  }

  private async finished(
    id: string,
    key: Identity,
    find = (jobId: string) => this.jobs.find(jobId),
  ): Promise<JobEntity> {
    const job = await ownedJob(find, id, key, 'VIDEO_NOT_FOUND');
    if (job.result) return job;
    throw new ApiError('VIDEO_NOT_READY', `The job of this video is ${job.status}.`);
  }

  private fileOf({ result }: JobEntity, format: string): OutputFile & { path: string } {
    const { files = [], folder = '' } = result ?? {};
    const file = files.find((one) => one.name === subtitlesFile(format));
    if (file) return { ...file, path: join(videosDir(this.config.dataDir), folder, file.name) };
    const formats = files.filter(({ kind }) => kind === 'subtitles').map(({ name }) => name);
    throw new ApiError(
      'FILE_NOT_FOUND',
      formats.length > 0 ? `The captions of this video are ${formats.join(', ')}.` : NO_CAPTIONS,
    );
  }
}

const NO_CAPTIONS = 'This video has no captions.';

/** @throws ApiError VALIDATION_ERROR when the body is neither of the two */
function correctionOf(body: unknown): Correction {
  const given = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
  const { words, text, ...rest } = given as Record<string, unknown>;
  // A transcript is sent back as it was got: its words count, not its text as a whole.
  const { id: _id, language: _language, method, ...others } = rest;
  const isTranscript = typeof method === 'string' && words !== undefined;
  if (isTranscript && Object.keys(others).length === 0) return { words };
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) {
    const message = `There is no field ${JSON.stringify(unknown)} here; known are words, text.`;
    throw ApiError.validation([
      { pointer: `/${unknown.replace(/~/g, '~0').replace(/\//g, '~1')}`, message },
    ]);
  }
  if ((words === undefined) === (text === undefined)) {
    throw ApiError.validation([
      { pointer: '', message: 'Give "words" or "text", and one of them.' },
    ]);
  }
  if (text !== undefined) return { text };
  return { words };
}
