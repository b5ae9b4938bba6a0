import type { IncomingMessage } from 'node:http';
import { ApiError } from '../errors/api-error.js';

/**
 * Reads the body of a request, at most `limitBytes` of it.
 *
 * @throws ApiError PAYLOAD_TOO_LARGE as soon as the limit is known to be passed, before the rest
 * has come: Node discards what follows once the answer is sent.
 */
export function receiveBody(req: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const tooLarge = () =>
    new ApiError(
      'PAYLOAD_TOO_LARGE',
      `The request body is larger than ${limitBytes} bytes, the most that is taken.`,
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
    // The client is gone: the answer reaches nobody, but the request has to end.
    const onBroken = () =>
      finish(() => reject(new ApiError('VALIDATION_ERROR', 'The request body was cut short.')));
    req.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken);
  });
}
