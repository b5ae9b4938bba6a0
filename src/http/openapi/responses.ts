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
import { API_PREFIX } from '../routes/paths.js';
import { ErrorDto } from './error.dto.js';
import type { ExampleRoute } from './route-examples.js';

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
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      if (!operation) continue;
      const codes = new Set([...(operation[CODES] ?? []), ...guardCodes(operation, method)]);
      delete operation[CODES];
      const route = exampleRoute(operation, `${method} ${path.slice(API_PREFIX.length + 1)}`);
      const example = (code: ErrorCode) => errorExample(code, route, base);
      Object.assign(operation.responses, errorResponses([...codes], example));
    }
  }
}

function exampleRoute(operation: Operation, name: string): ExampleRoute {
  const parameters = operation.parameters ?? [];
  return {
    name,
    scopes: operation[SCOPES] ?? [],
    query: parameters.filter((one) => one.in === 'query').map((one) => one.name),
  };
}

/** The used part of an OpenAPI operation. */
interface Operation {
  readonly security?: unknown;
  readonly requestBody?: { readonly content?: Readonly<Record<string, unknown>> };
  readonly responses: object;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly [SCOPES]?: readonly string[];
  [CODES]?: readonly ErrorCode[];
}

/** In the order of the steps in docs/security.md. */
function guardCodes(operation: Operation, method: string): ErrorCode[] {
  const { security, requestBody } = operation;
  return [
    'CORS_ORIGIN_REJECTED',
    ...(security ? KEY_CODES : []),
    ...(operation[SCOPES]?.length ? SCOPE_CODES : []),
    ...(method === 'get' || method === 'head' ? [] : CSRF_CODES),
    'RATE_LIMIT_EXCEEDED',
    ...(requestBody ? BODY_CODES : []),
    ...(requestBody?.content?.['application/json'] ? JSON_CODES : []),
    'INTERNAL_ERROR',
    'SERVICE_UNAVAILABLE',
  ];
}

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const;
/** What `@RequireScopes` declares. */
const SCOPES = 'x-required-scopes';
const KEY_CODES = ['MISSING_AUTH_HEADER', 'INVALID_API_KEY'] as const;
const SCOPE_CODES = ['INSUFFICIENT_SCOPE'] as const;
const CSRF_CODES = ['CSRF_TOKEN_REQUIRED', 'CSRF_TOKEN_INVALID'] as const;
const BODY_CODES = ['PAYLOAD_TOO_LARGE', 'VALIDATION_ERROR'] as const;
const JSON_CODES = ['UNSUPPORTED_MEDIA_TYPE'] as const;

/** The example of a code for one route. */
type Example = (code: ErrorCode) => ErrorDto;

/** Codes with the same status share a response. */
function errorResponses(codes: readonly ErrorCode[], example: Example) {
  const statuses = [...new Set(codes.map((code) => ERRORS[code].status))];
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      errorResponse(
        codes.filter((code) => ERRORS[code].status === status),
        example,
      ),
    ]),
  );
}

function errorResponse(codes: readonly ErrorCode[], example: Example) {
  const schema = {
    allOf: [
      { $ref: getSchemaPath(ErrorDto) },
      { type: 'object', properties: { code: { type: 'string', enum: codes } } },
    ],
  };
  const examples = Object.fromEntries(
    codes.map((code) => [code, { summary: ERRORS[code].title, value: example(code) }]),
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
    description:
      'A token from `GET /csrf-token`. Not needed if CSRF protection is disabled, or asks browsers only.',
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
