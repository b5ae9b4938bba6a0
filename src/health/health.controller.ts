import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public, RequireScopes } from '../http/access/access.js';
import { Envelope } from '../http/responses/envelope.js';
import { HealthDetailsService } from './health-details.service.js';
import { HealthService } from './health.service.js';

@ApiTags('Health')
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthService,
    private readonly healthDetails: HealthDetailsService,
  ) {}

  @Get('live')
  @Public()
  @Envelope('The process is alive')
  @ApiOperation({ summary: 'Liveness: the process responds' })
  live() {
    return { status: 'ok' };
  }

  @Get(['health', 'ready'])
  @Public()
  @Envelope('The service is ready')
  @ApiOperation({ summary: 'Readiness: the database, ffmpeg, and the storage work' })
  @ApiOkResponse({ description: 'All checks passed.' })
  ready() {
    return this.health.ready();
  }

  @Get('health/detailed')
  @RequireScopes('metrics:read')
  @Envelope('Details of the service')
  @ApiOperation({ summary: 'Get versions, memory, disk, load, queue, and timing engines' })
  @ApiOkResponse({ description: 'The state of this process and of the queue' })
  details() {
    return this.healthDetails.details();
  }
}
