import type { IncomingMessage } from 'node:http';
import { ApiError } from '../errors/api-error.js';

/** @throws ApiError PAYLOAD_TOO_LARGE for a body that announces too much, before it is received */
export function requireLength(announced: number, limitBytes: number): void {
  if (announced > limitBytes) throw tooLarge(limitBytes);
}

function tooLarge(limitBytes: number): ApiError {
  return new ApiError(
    'PAYLOAD_TOO_LARGE',
    `The request body is larger than the limit of ${limitBytes} bytes.`,
  );
}

/**
 * Receives the bytes of a body.
 *
 * @throws ApiError PAYLOAD_TOO_LARGE as soon as the body is known to exceed the limit. It does not wait
 * for the rest, which Node discards once the response is sent.
 */
export function receiveBody(req: IncomingMessage, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (settle: () => void) => {
      req.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken);
      settle();
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limitBytes) finish(() => reject(tooLarge(limitBytes)));
      else chunks.push(chunk);
    };
    const onEnd = () => finish(() => resolve(Buffer.concat(chunks)));
    // The client is gone and gets no response, but the request has to end.
    const onBroken = () =>
      finish(() => reject(new ApiError('VALIDATION_ERROR', 'The request body is incomplete.')));
    req.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken);
  });
}
