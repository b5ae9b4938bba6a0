import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Config } from '../../config/types.js';
import { newRequestId } from '../requests/request-id.js';
import { ApiError } from '../errors/api-error.js';
import { mayTakeLong } from '../requests/long-bodies.js';
import { errorBody } from '../errors/error-body.js';

/** Error code of Node's parser -> status line and details. */
const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request took too long to arrive.'],
};

/**
 * Answers input that is not valid HTTP (a NUL in the path, a malformed header, a request that never
 * ends) in the format of all other errors. Node creates no request for it, so no middleware sees it.
 */
export function answerMalformedRequests(server: Server, config: Config): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && mayTakeLong(socket)) return;
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const [status, details] = REASONS[error.code ?? ''] ?? [
      '400 Bad Request',
      'The HTTP request is malformed.',
    ];
    const requestId = newRequestId();
    const base = config.server.publicUrl ?? '';
    const body = JSON.stringify(
      errorBody(new ApiError('VALIDATION_ERROR', details), requestId, base, new Date()),
    );
    socket.end(
      `HTTP/1.1 ${status}\r\nConnection: close\r\nX-Request-ID: ${requestId}\r\n` +
        'Content-Type: application/json; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n' +
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  });
}
