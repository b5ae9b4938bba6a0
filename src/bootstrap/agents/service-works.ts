import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AssetsService } from '../../assets/assets.service.js';
import { AuditLog } from '../../engine/audit/audit-log.js';
import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { JobQueries } from '../../engine/jobs/job-queries.js';
import { JobWatch } from '../../engine/jobs/job-watch.js';
import { KeyStore } from '../../engine/keys/key-store.js';
import { VideoFiles } from '../../engine/storage/video-files.js';
import type { Caller } from '../../http/access/access.js';
import { Shutdown } from '../../http/requests/shutdown.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { AgentWorks } from '../../mcp/agent-works.js';
import type { AgentWork } from '../../mcp/work/agent-work.js';
import { SubmissionsService } from '../../submissions/submissions.service.js';
import { TranscriptService } from '../../videos/transcript.service.js';
import { VideosService } from '../../videos/videos.service.js';
import { JobWaits } from './job-waits.js';
import { ServiceWork } from './service-work.js';

/** Lets agents work with the features of the service, each with its own key. */
@Injectable()
export class ServiceWorks extends AgentWorks {
  private readonly waits: JobWaits;

  constructor(
    private readonly assets: AssetsService,
    private readonly videos: VideosService,
    private readonly transcripts: TranscriptService,
    private readonly jobs: JobsService,
    private readonly queries: JobQueries,
    private readonly submissions: SubmissionsService,
    private readonly files: VideoFiles,
    private readonly fonts: FontCatalog,
    shutdown: Shutdown,
    dataSource: DataSource,
    audit: AuditLog,
    keys: KeyStore,
  ) {
    super();
    const logger = new Logger(ServiceWorks.name);
    const watch = new JobWatch(dataSource, audit, keys, (error) =>
      logger.warn(`Agents are not told about jobs: ${error.message}`),
    );
    this.waits = new JobWaits(watch, shutdown.signal);
  }

  override of(caller: Caller, base: string, canWait: boolean): AgentWork {
    return new ServiceWork({ caller, base, canWait }, this.parts);
  }

  private get parts() {
    const { assets, videos, transcripts, jobs, queries, submissions, files, fonts, waits } = this;
    return { assets, videos, transcripts, jobs, queries, submissions, files, fonts, waits };
  }
}
