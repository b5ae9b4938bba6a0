import { Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { BodyInterceptor } from './body/body.interceptor.js';
import { EnvelopeInterceptor } from './envelope.js';
import { ApiExceptionFilter } from './errors/exception.filter.js';
import { ApiValidationPipe } from './validation.pipe.js';

/** What every route goes through after the guards of `SecurityModule`. */
@Module({
  providers: [
    { provide: APP_FILTER, useClass: ApiExceptionFilter },
    { provide: APP_INTERCEPTOR, useClass: BodyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: EnvelopeInterceptor },
    { provide: APP_PIPE, useClass: ApiValidationPipe },
  ],
})
export class HttpModule {}
