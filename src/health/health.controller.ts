import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { HealthCheckService, TypeOrmHealthIndicator } from '@nestjs/terminus';
import { Public } from '../http/access.js';
import { Envelope } from '../http/envelope.js';
import { ApiErrors } from '../http/openapi/responses.js';

const DATABASE_TIMEOUT_MS = 2_000;

@ApiTags('Health')
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: TypeOrmHealthIndicator,
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
  @ApiOperation({ summary: 'Readiness: what the service needs can be used' })
  @ApiErrors('SERVICE_UNAVAILABLE')
  ready() {
    return this.health.check([
      () => this.database.pingCheck('database', { timeout: DATABASE_TIMEOUT_MS }),
    ]);
  }
}
