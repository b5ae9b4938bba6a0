import { Module } from '@nestjs/common';
import { WorkersModule } from '../workers/workers.module.js';
import { Presence } from './presence.js';
import { WorkerRegistry } from './worker-registry.js';

/** The workers of all machines, and the rows of those that this process supervises. */
@Module({
  imports: [WorkersModule],
  providers: [WorkerRegistry, Presence],
  exports: [WorkerRegistry, Presence],
})
export class FleetModule {}
