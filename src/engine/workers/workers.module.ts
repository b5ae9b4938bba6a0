import { Module } from '@nestjs/common';
import { WorkerBoard } from './worker-board.js';

/** What is known about the worker processes. */
@Module({ providers: [WorkerBoard], exports: [WorkerBoard] })
export class WorkersModule {}
