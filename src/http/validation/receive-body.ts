import type { IncomingMessage } from 'node:http';
import { ApiError } from '../errors/api-error.js';

/**
 * Receives the bytes of a body.
 *
 * @throws ApiError PAYLOAD_TOO_LARGE as soon as the body is known to exceed the limit. It does not wait
 * for the rest, which Node discards once the response is sent.
 */
export function receiveBody(req: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const tooLarge = () =>
    new ApiError(
      'PAYLOAD_TOO_LARGE',
      `The request body is larger than the limit of ${limitBytes} bytes.`,
    );
  if (Number(req.headers['content-length'] ?? 0) > limitBytes) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (settle: () => void) => {
      req.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken);
      settle();
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limitBytes) finish(() => reject(tooLarge()));
      else chunks.push(chunk);
    };
    const onEnd = () => finish(() => resolve(Buffer.concat(chunks)));
    // The client is gone and gets no response, but the request has to end.
    const onBroken = () =>
      finish(() => reject(new ApiError('VALIDATION_ERROR', 'The request body is incomplete.')));
    req.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken);
  });
}
