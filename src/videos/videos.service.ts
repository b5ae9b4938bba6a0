import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { parseProject } from '../core/project/parse-project.js';
import { JobStore } from '../engine/jobs/job-store.js';
import type { Identity } from '../http/access.js';
import { ApiError } from '../http/errors/api-error.js';
import { ownedJob } from '../http/owned-job.js';
import { apiPath } from '../http/paths.js';
import { videosDir } from '../pipeline/output-files.js';
import { RENDER_ENGINES } from '../pipeline/pipeline.module.js';
import type { RenderEngines } from '../pipeline/render-context.js';
import type { CreatedJobDto, VideoDto } from './videos.dto.js';

/** Takes projects in, and tells of the videos made from them. */
@Injectable()
export class VideosService {
  constructor(
    private readonly jobs: JobStore,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(RENDER_ENGINES) private readonly engines: RenderEngines,
  ) {}

  /** Stores the job of a valid project; all that is wrong in another is reported at once. */
  async create(config: unknown, key: Identity, requestId: string): Promise<CreatedJobDto> {
    const { fonts } = this.engines;
    const parsed = parseProject(config, {
      subtitleDefaults: this.config.subtitles,
      localSources: false,
      resolveFont: (family) => fonts.resolve(family),
      fontFamilies: fonts.families(),
    });
    if (!parsed.ok) throw ApiError.validation(parsed.issues);
    const id = uuidv7();
    await this.jobs.accept({ id, keyId: key.id, requestId, config });
    return { job_id: id, status: 'pending' };
  }

  async get(id: string, key: Identity): Promise<VideoDto> {
    const job = await ownedJob(this.jobs, id, key, 'VIDEO_NOT_FOUND');
    const { result } = job;
    return {
      id: job.id,
      status: job.status,
      created_at: job.createdAt.toISOString(),
      completed_at: result && job.finishedAt ? job.finishedAt.toISOString() : null,
      size_bytes: result?.sizeBytes ?? null,
      sha256: result?.sha256 ?? null,
      duration_seconds: result?.durationSeconds ?? null,
      width: result?.width ?? null,
      height: result?.height ?? null,
      frame_rate: result?.frameRate ?? null,
      frames: result?.frames ?? null,
      video_codec: result?.videoCodec ?? null,
      audio_codec: result?.audioCodec ?? null,
      subtitles: result?.subtitles ?? null,
      max_drift_frames: result?.maxDriftFrames ?? null,
      steps: job.steps,
      warnings: job.warnings,
      links: {
        job: apiPath(`/jobs/${job.id}`),
        download: result ? apiPath(`/videos/${job.id}/download`) : null,
      },
    };
  }

  /** Where a finished video's file is, and its content's hash. */
  async file(id: string, key: Identity): Promise<{ path: string; sha256: string }> {
    const job = await ownedJob(this.jobs, id, key, 'VIDEO_NOT_FOUND');
    if (job.result) {
      const { fileName, sha256 } = job.result;
      return { path: join(videosDir(this.config.dataDir), fileName), sha256 };
    }
    throw new ApiError('VIDEO_NOT_READY', `The job of this video is ${job.status}.`);
  }
}
