import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ERRORS, type ErrorCode, type ErrorEntry } from '../errors/error-table.js';
import { ErrorDto } from './error.dto.js';

interface EnvelopeResponse {
  readonly status?: number;
  /** As in `@Envelope`: the fields of `data` stand at the top level as well. */
  readonly flat?: boolean;
  readonly description?: string;
}

/** Declares the answer `{ success, data, message, request_id }` with this DTO as its `data`. */
export function ApiEnvelope(dto: Type<unknown>, options: EnvelopeResponse = {}) {
  const data = { $ref: getSchemaPath(dto) };
  const envelope = {
    type: 'object',
    required: ['success', 'data', 'message', 'request_id'],
    properties: {
      success: { type: 'boolean', enum: [true] },
      data,
      message: { type: 'string' },
      request_id: { type: 'string', example: 'req_70fd80da42156ecff0fd' },
    },
  };
  return applyDecorators(
    ApiExtraModels(dto),
    ApiResponse({
      status: options.status ?? 200,
      description: options.description ?? 'Done',
      schema: options.flat ? { allOf: [envelope, data] } : envelope,
    }),
  );
}

/** Declares the refusals of a route by their codes; codes of one status share a response. */
export function ApiErrors(...codes: readonly ErrorCode[]) {
  const statuses = [...new Set(codes.map((code) => ERRORS[code].status))];
  return applyDecorators(
    ApiExtraModels(ErrorDto),
    ...statuses.map((status) => errorResponse(status, codes)),
  );
}

function errorResponse(status: number, codes: readonly ErrorCode[]) {
  const own = codes.filter((code) => ERRORS[code].status === status);
  const schema = {
    allOf: [
      { $ref: getSchemaPath(ErrorDto) },
      { type: 'object', properties: { code: { type: 'string', enum: own } } },
    ],
  };
  const examples = Object.fromEntries(
    own.map((code) => [code, { summary: ERRORS[code].title, value: example(code, ERRORS[code]) }]),
  );
  return ApiResponse({
    status,
    description: own.map((code) => `\`${code}\`: ${ERRORS[code].title}`).join('; '),
    content: { 'application/json': { schema, examples } },
  });
}

function example(code: ErrorCode, entry: ErrorEntry): ErrorDto {
  return {
    error: entry.title,
    code,
    details: entry.help,
    request_id: 'req_70fd80da42156ecff0fd',
    timestamp: '2026-01-01T12:00:00.000Z',
    help_url: `http://localhost:3002/docs/errors/${code}`,
  };
}

/** Declares the header that requests need which change something. */
export function ApiCsrfHeader() {
  return ApiHeader({
    name: 'X-CSRF-Token',
    required: true,
    description: 'A token from `GET /csrf-token` (where CSRF protection is on).',
    schema: { type: 'string' },
  });
}
