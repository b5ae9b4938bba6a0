import { Module } from '@nestjs/common';
import { AuditLogModule } from '../engine/audit/audit-log.module.js';
import { AuditController } from './audit.controller.js';

@Module({ imports: [AuditLogModule], controllers: [AuditController] })
export class AuditModule {}
