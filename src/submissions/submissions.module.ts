import { Module } from '@nestjs/common';
import { AssetStoreModule } from '../engine/assets/asset-store.module.js';
import { TemplateStoreModule } from '../engine/templates/template-store.module.js';
import { ConfigChecksModule } from '../pipeline/checks/config-checks.module.js';
import { DestinationsModule } from '../engine/destinations/destinations.js';
import { FleetModule } from '../engine/fleet/fleet.module.js';
import { DestinationRules } from './destination-rules.js';
import { RenderAbilities } from './render-abilities.js';
import { SubmissionsService } from './submissions.service.js';

/** Turns requests for videos into configs, for all routes that create jobs. */
@Module({
  imports: [
    AssetStoreModule,
    ConfigChecksModule,
    TemplateStoreModule,
    DestinationsModule,
    FleetModule,
  ],
  providers: [SubmissionsService, DestinationRules, RenderAbilities],
  exports: [SubmissionsService],
})
export class SubmissionsModule {}
