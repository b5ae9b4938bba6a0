import { Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { ApiExceptionFilter } from './errors/exception.filter.js';
import { ApiValidationPipe } from './validation.pipe.js';

/** What every route goes through after the guards of `SecurityModule`. */
@Module({
  providers: [
    { provide: APP_FILTER, useClass: ApiExceptionFilter },
    { provide: APP_PIPE, useClass: ApiValidationPipe },
  ],
})
export class HttpModule {}
