import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Metrics } from '../engine/metrics/metrics.js';
import { PublicWhen, RequireScopes } from '../http/access/access.js';

@ApiTags('Health')
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(Metrics) private readonly metrics: Metrics) {}

  @Get()
  @RequireScopes('metrics:read')
  @PublicWhen('metricsPublic')
  @ApiOperation({ summary: 'Figures for Prometheus, in its text format' })
  @ApiProduces('text/plain')
  @ApiOkResponse({
    schema: { type: 'string' },
    description: 'Metrics of this process and the queue',
  })
  async read(@Res() res: Response): Promise<void> {
    const { registry } = this.metrics;
    const text = await registry.metrics();
    res.set('Content-Type', registry.contentType).set('Cache-Control', 'no-store').send(text);
  }
}
