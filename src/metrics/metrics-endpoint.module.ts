import { Module } from '@nestjs/common';
import { MetricsModule } from '../engine/metrics/metrics.module.js';
import { MetricsController } from './metrics.controller.js';

/** The route `/metrics`. */
@Module({ imports: [MetricsModule], controllers: [MetricsController] })
export class MetricsEndpointModule {}
