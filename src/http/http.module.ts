import { Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { ApiExceptionFilter } from './responses/exception.filter.js';
import { DtoValidationPipe } from './validation/dto-validation.pipe.js';

/** Global validation and error handling, which come after the guards (see `RequestGuardsModule`). */
@Module({
  providers: [
    { provide: APP_FILTER, useClass: ApiExceptionFilter },
    { provide: APP_PIPE, useClass: DtoValidationPipe },
  ],
})
export class HttpModule {}
