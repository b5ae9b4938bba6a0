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

/** Where an operation keeps the codes of its refusals until `addErrorResponses` writes them out. */
const CODES = 'x-error-codes';

/** Declares the refusals that only this route has; those of its guards are added to all. */
export function ApiErrors(...codes: readonly ErrorCode[]) {
  return applyDecorators(ApiExtraModels(ErrorDto), ApiExtension(CODES, codes));
}

/**
 * Writes every refusal of every operation into the document: its own, and those of the guards.
 *
 * @param base address of the service, for the links of examples
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

/** What is read and written here of an operation. */
interface Operation {
  readonly security?: unknown;
  readonly requestBody?: unknown;
  readonly responses: object;
  [CODES]?: readonly ErrorCode[];
}

/** In the order of docs/security.md. */
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

/** Codes of one status share a response. */
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

/** Declares the header that requests need which change something. */
export function ApiCsrfHeader() {
  return ApiHeader({
    name: 'X-CSRF-Token',
    required: true,
    description: 'A token from `GET /csrf-token` (where CSRF protection is on).',
    schema: { type: 'string' },
  });
}
