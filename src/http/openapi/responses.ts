import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiExtension,
  ApiExtraModels,
  ApiHeader,
  ApiResponse,
  getSchemaPath,
  type OpenAPIObject,
} from '@nestjs/swagger';
import { ERRORS, type ErrorCode } from '../errors/error-table.js';
import { errorExample } from './error-examples.js';
import { ErrorDto } from './error.dto.js';

interface EnvelopeResponse {
  readonly status?: number;
  /** As in `@Envelope`: the fields of `data` are repeated at the top level. */
  readonly flat?: boolean;
  readonly description?: string;
}

/** Declares the response `{ success, data, message, request_id }` with this DTO as its `data`. */
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
      description: options.description ?? 'Success',
      schema: options.flat ? { allOf: [envelope, data] } : envelope,
    }),
  );
}

/** The extension that holds the error codes of an operation until `addErrorResponses` expands them. */
const CODES = 'x-error-codes';

/** Declares the error codes of a route. `addErrorResponses` adds those of the guards to all routes. */
export function ApiErrors(...codes: readonly ErrorCode[]) {
  return applyDecorators(ApiExtraModels(ErrorDto), ApiExtension(CODES, codes));
}

/**
 * Adds all error responses of every operation to the document: its own, and those of the guards.
 *
 * @param base the base URL of the service, for the links in examples
 */
export function addErrorResponses(document: OpenAPIObject, base: string): void {
  for (const item of Object.values(document.paths)) {
    for (const method of ['get', 'post', 'put', 'delete'] as const) {
      const operation = item[method] as Operation | undefined;
      if (!operation) continue;
      const codes = new Set([...(operation[CODES] ?? []), ...guardCodes(operation, method)]);
      delete operation[CODES];
      Object.assign(operation.responses, errorResponses([...codes], base));
    }
  }
}

/** The used part of an OpenAPI operation. */
interface Operation {
  readonly security?: unknown;
  readonly requestBody?: unknown;
  readonly responses: object;
  [CODES]?: readonly ErrorCode[];
}

/** In the order of the steps in docs/security.md. */
function guardCodes({ security, requestBody }: Operation, method: string): ErrorCode[] {
  return [
    'CORS_ORIGIN_REJECTED',
    ...(security ? KEY_CODES : []),
    ...(method === 'get' ? [] : CSRF_CODES),
    'RATE_LIMIT_EXCEEDED',
    ...(requestBody ? BODY_CODES : []),
    'INTERNAL_ERROR',
    'SERVICE_UNAVAILABLE',
  ];
}

const KEY_CODES = ['MISSING_AUTH_HEADER', 'INVALID_API_KEY', 'INSUFFICIENT_SCOPE'] as const;
const CSRF_CODES = ['CSRF_TOKEN_REQUIRED', 'CSRF_TOKEN_INVALID'] as const;
const BODY_CODES = ['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_ERROR'] as const;

/** Codes with the same status share a response. */
function errorResponses(codes: readonly ErrorCode[], base: string) {
  const statuses = [...new Set(codes.map((code) => ERRORS[code].status))];
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      errorResponse(
        codes.filter((code) => ERRORS[code].status === status),
        base,
      ),
    ]),
  );
}

function errorResponse(codes: readonly ErrorCode[], base: string) {
  const schema = {
    allOf: [
      { $ref: getSchemaPath(ErrorDto) },
      { type: 'object', properties: { code: { type: 'string', enum: codes } } },
    ],
  };
  const examples = Object.fromEntries(
    codes.map((code) => [code, { summary: ERRORS[code].title, value: errorExample(code, base) }]),
  );
  return {
    description: codes.map((code) => `\`${code}\`: ${ERRORS[code].title}`).join('; '),
    content: { 'application/json': { schema, examples } },
  };
}

/** Declares the CSRF header, which all requests that change something need. */
export function ApiCsrfHeader() {
  return ApiHeader({
    name: 'X-CSRF-Token',
    required: true,
    description: 'A token from `GET /csrf-token`. Ignored if CSRF protection is disabled.',
    schema: { type: 'string' },
  });
}

/** Declares the header that makes a request safe to repeat. */
export function ApiIdempotencyKey() {
  return ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      'Makes the request safe to repeat: the same key with the same body returns the jobs of the ' +
      'first request, with the header `Idempotent-Replayed: true`. Each API key has its own ' +
      'idempotency keys. They expire after 24 hours.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  });
}

/** Declares the header that limits a change to a known revision. */
export function ApiIfMatch(description: string) {
  return ApiHeader({ name: 'If-Match', required: false, description, schema: { type: 'string' } });
}

/** Declares the header that avoids sending content that the client already has. */
export function ApiIfNoneMatch() {
  return ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'The `ETag` of an earlier response.',
    schema: { type: 'string' },
  });
}

type FileContent = Extract<Parameters<typeof ApiResponse>[0], { content?: unknown }>['content'];

/** Declares a file download with range and conditional requests. @param content by media type */
export function ApiFileDownload(content: FileContent) {
  return applyDecorators(
    ApiResponse({ status: 200, description: 'The file', content }),
    ApiResponse({ status: 206, description: 'The part of the file that `Range` asks for' }),
    ApiResponse({ status: 304, description: 'The client already has the file (`If-None-Match`)' }),
  );
}
