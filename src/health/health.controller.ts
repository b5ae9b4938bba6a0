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
  @ApiOperation({ summary: 'Liveness: the process answers' })
  live() {
    return { status: 'ok' };
  }

  @Get(['health', 'ready'])
  @Public()
  @Envelope('The service is ready')
  @ApiOperation({ summary: 'Readiness: database, ffmpeg and storage can be used' })
  @ApiOkResponse({ description: 'All of it can be used' })
  ready() {
    return this.health.ready();
  }

  @Get('health/detailed')
  @RequireScopes('metrics:read')
  @Envelope('Details of the service')
  @ApiOperation({ summary: 'Versions, memory, disk, load, queue and timing engines' })
  @ApiOkResponse({ description: 'How this process and the queue are' })
  details() {
    return this.healthDetails.details();
  }
}
