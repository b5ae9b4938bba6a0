import { Module } from '@nestjs/common';
import { AssetsModule } from '../../assets/assets.module.js';
import { AuditLogModule } from '../../engine/audit/audit-log.module.js';
import { FontsModule } from '../../engine/fonts/fonts.module.js';
import { JobQueriesModule } from '../../engine/jobs/job-queries.module.js';
import { KeyStoreModule } from '../../engine/keys/key-store.module.js';
import { StorageModule } from '../../engine/storage/storage.module.js';
import { ShutdownModule } from '../../http/requests/shutdown.js';
import { JobsModule } from '../../jobs/jobs.module.js';
import { AgentWorks } from '../../mcp/agent-works.js';
import { McpController } from '../../mcp/mcp.controller.js';
import { SubmissionsModule } from '../../submissions/submissions.module.js';
import { VideosModule } from '../../videos/videos.module.js';
import { ServiceWorks } from './service-works.js';

/** `/mcp`, which ties the tools of agents to the features. */
@Module({
  imports: [
    AssetsModule,
    AuditLogModule,
    FontsModule,
    JobQueriesModule,
    JobsModule,
    KeyStoreModule,
    ShutdownModule,
    StorageModule,
    SubmissionsModule,
    VideosModule,
  ],
  controllers: [McpController],
  providers: [{ provide: AgentWorks, useClass: ServiceWorks }],
})
export class AgentsModule {}
