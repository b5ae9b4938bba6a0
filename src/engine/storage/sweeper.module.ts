import { Module } from '@nestjs/common';
import { StorageModule } from './storage.module.js';
import { StoreSweeper } from './store-sweeper.js';

/** Sweeps the store. It needs the database, which the command line does not have. */
@Module({ imports: [StorageModule], providers: [StoreSweeper] })
export class SweeperModule {}
