import type { IncomingMessage } from 'node:http';
import { DeliveryProblem } from './types.js';

/** Statuses that may be others later. */
const TRANSIENT: ReadonlySet<number> = new Set([408, 409, 423, 425, 429, 507]);

/**
 * Ends a response whose body does not matter.
 *
 * @param also statuses that count as success besides 2xx
 * @throws DeliveryProblem
 */
export function requireSuccess(response: IncomingMessage, also: readonly number[] = []): void {
  const status = response.statusCode!;
  response.destroy();
  if ((status >= 200 && status < 300) || also.includes(status)) return;
  const isPermanent = status >= 300 && status < 500 && !TRANSIENT.has(status);
  throw new DeliveryProblem(`The destination answered with status ${status}.`, isPermanent);
}
