import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { ApiEnvelope, ApiErrors } from '../http/openapi/responses.js';
import { JobEventsDto } from './jobs.dto.js';

/** Describes `GET /jobs/{id}/events`, which returns a list or a stream. */
export function ApiJobEvents() {
  return applyDecorators(
    ApiOperation({
      summary: 'List the audit events of a job, or stream them with `Accept: text/event-stream`',
      description:
        'The stream sends each audit event as a server-sent event with its type and `id`. Between ' +
        'them, `progress` events contain the status, the progress, and the current step. The stream ' +
        'ends after the final event. A client that reconnects with the `Last-Event-ID` of the final ' +
        'event gets 204.',
    }),
    ApiHeader({
      name: 'Last-Event-ID',
      required: false,
      description: 'For a stream: the last event that the client received.',
      schema: { type: 'string' },
    }),
    ApiProduces('application/json', 'text/event-stream'),
    ApiEnvelope(JobEventsDto),
    ApiResponse({ status: 204, description: 'For a stream: no more events will follow' }),
    ApiErrors('JOB_NOT_FOUND', 'VALIDATION_ERROR', 'RATE_LIMIT_EXCEEDED'),
  );
}
