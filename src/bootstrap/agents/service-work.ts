import { buffer } from 'node:stream/consumers';
import { isFinal } from '../../core/job/job-status.js';
import type { AssetsService } from '../../assets/assets.service.js';
import { assetAddress } from '../../core/sources/asset-address.js';
import type { JobEntity } from '../../engine/jobs/job.entity.js';
import type { JobQueries } from '../../engine/jobs/job-queries.js';
import type { FontCatalog } from '../../engine/fonts/font-catalog.js';
import type { VideoFiles } from '../../engine/storage/video-files.js';
import type { Caller, KeyScope } from '../../http/access/access.js';
import { visibleOwner } from '../../http/access/visibility.js';
import { ApiError } from '../../http/errors/api-error.js';
import { apiPath } from '../../http/routes/paths.js';
import { JsonBodyPipe } from '../../http/validation/json-body.pipe.js';
import { unstorableValues } from '../../http/validation/unstorable-values.js';
import { findJob } from '../../jobs/find-job.js';
import type { JobsService } from '../../jobs/jobs.service.js';
import {
  type AgentAsset,
  type AgentAssets,
  type AgentJob,
  type AgentPicture,
  type AgentTranscript,
  type AgentUpload,
  type AgentWork,
  type CheckedConfig,
  type ConfigSource,
  type RenderRequest,
  type ToolCall,
  ToolRefusal,
} from '../../mcp/work/agent-work.js';
import { toCheckedConfig } from '../../mcp/work/checked-config.js';
import type { SubmissionsService } from '../../submissions/submissions.service.js';
import { type VideoRequest, videoRequest } from '../../submissions/video-request.js';
import type { TranscriptService } from '../../videos/transcript.service.js';
import type { VideosService } from '../../videos/videos.service.js';
import type { JobWaits } from './job-waits.js';
import { toAgentJob } from './to-agent-job.js';

/** The features that agents use. */
export interface ServiceParts {
  readonly assets: AssetsService;
  readonly videos: VideosService;
  readonly transcripts: TranscriptService;
  readonly jobs: JobsService;
  readonly queries: JobQueries;
  readonly submissions: SubmissionsService;
  readonly files: VideoFiles;
  readonly fonts: FontCatalog;
  readonly waits: JobWaits;
}

/** The request that a tool answers. */
export interface AgentRequest {
  readonly caller: Caller;
  /** The address of the service, for links. */
  readonly base: string;
  readonly canWait: boolean;
}

const REQUEST = new JsonBodyPipe(videoRequest);

/** Works with the jobs and videos of one key. */
export class ServiceWork implements AgentWork {
  readonly assets: AgentAssets = { upload: (file, call) => this.upload(file, call) };
  private readonly caller: Caller;

  constructor(
    private readonly request: AgentRequest,
    private readonly parts: ServiceParts,
  ) {
    this.caller = request.caller;
  }

  async check(source: ConfigSource): Promise<CheckedConfig> {
    const request = requestOf(source, null);
    return toCheckedConfig(await this.parts.submissions.describe(request, this.caller));
  }

  async submit({ source, stills }: RenderRequest): Promise<string> {
    const request = requestOf(source, stills);
    const { id } = await this.parts.videos.create(request, this.caller, null);
    return id;
  }

  async follow(id: string, seconds: number, call: ToolCall): Promise<AgentJob> {
    const { jobs, waits } = this.parts;
    const { status } = await jobs.status(id, this.caller);
    if (!isFinal(status) && this.request.canWait) {
      await waits.until({ jobId: id, keyId: this.caller.id }, seconds, call);
    }
    return this.describe(await this.find(id));
  }

  async cancel(id: string): Promise<AgentJob> {
    await this.parts.jobs.cancel(id, this.caller);
    return this.describe(await this.find(id));
  }

  async recent(most: number): Promise<readonly AgentJob[]> {
    const page = await this.parts.queries.page(
      {
        keyId: visibleOwner(this.caller),
        status: null,
        batchId: null,
        videosOnly: true,
        createdAfter: null,
        createdBefore: null,
      },
      { limit: most, offset: 0, after: null },
    );
    return page.jobs.map((job) => this.describe(job));
  }

  async pictures(id: string): Promise<readonly AgentPicture[]> {
    if (!this.can('videos:read')) return [];
    const { result } = await this.find(id);
    const stills = (result?.files ?? []).filter(({ name }) => name.startsWith('still-'));
    return Promise.all(
      stills.map(async ({ name, contentType }) => {
        const file = await this.parts.files.open(result!.folder, name, null);
        if (file === null) throw new ApiError('FILE_NOT_FOUND', 'A picture is no longer stored.');
        return { mimeType: contentType, bytes: await buffer(file.stream) };
      }),
    );
  }

  async discard(id: string): Promise<void> {
    if (this.can('videos:write')) await this.parts.videos.remove(id, this.caller);
  }

  transcript(id: string): Promise<AgentTranscript> {
    return this.parts.transcripts.get(id, this.caller);
  }

  async fonts(): Promise<readonly string[]> {
    return this.parts.fonts.families();
  }

  async transitions(): Promise<null> {
    return null;
  }

  private async upload(file: AgentUpload, { signal }: ToolCall): Promise<AgentAsset> {
    const { assets } = this.parts;
    if ('url' in file && !this.request.canWait) {
      const problem = 'The request is too large to wait for a file. Send at most 64 KiB.';
      throw ToolRefusal.because('INVALID_ARGUMENTS', problem);
    }
    const { asset } =
      'url' in file
        ? await assets.uploadUrl(file, this.caller, signal)
        : await assets.uploadText(file.text, file.name, this.caller);
    const { id, name, contentType, bytes } = asset;
    return { src: assetAddress(id), name, contentType, bytes };
  }

  private find(id: string): Promise<JobEntity> {
    return findJob((jobId) => this.parts.queries.findWithConfig(jobId), id, this.caller);
  }

  private describe(job: JobEntity): AgentJob {
    const address = this.can('videos:read')
      ? `${this.request.base}${apiPath(`/videos/${job.id}`)}`
      : null;
    return toAgentJob(job, address);
  }

  private can(scope: KeyScope): boolean {
    return this.caller.isAdmin || this.caller.scopes.includes(scope);
  }
}

/** The fields that say who is told of a video, and who gets it; the last one is of JSON2Video. */
const RECEIVERS: ReadonlySet<string> = new Set(['webhook', 'destinations', 'exports']);

/** Only the agent looks at the frames, so nobody is told of them. */
function stillsOf(config: object, stills: readonly number[]): object {
  const shown = Object.entries(config).filter(([name]) => !RECEIVERS.has(name));
  return { ...Object.fromEntries(shown), stills };
}

/** The request that `POST /videos` would read, with the same checks. @throws ApiError VALIDATION_ERROR */
function requestOf(source: ConfigSource, stills: readonly number[] | null): VideoRequest {
  if (!('config' in source)) {
    throw ToolRefusal.because('INVALID_ARGUMENTS', 'The service reads no files. Send "project".');
  }
  const config = stills === null ? source.config : stillsOf(source.config as object, stills);
  const errors = unstorableValues(config);
  if (errors.length > 0) throw ApiError.validation(errors);
  return REQUEST.transform(config);
}
