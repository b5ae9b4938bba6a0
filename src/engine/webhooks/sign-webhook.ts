import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

/** A secret as receivers configure it. */
export function secretText(secret: Buffer): string {
  return `${PREFIX}${secret.toString('base64')}`;
}

/** What Standard Webhooks signs. */
export interface WebhookMessage {
  readonly id: string;
  /** Seconds since 1970, at the attempt. */
  readonly timestamp: number;
  readonly body: string;
}

/**
 * The headers of Standard Webhooks, with a signature for each secret: while a secret is replaced, receivers with the
 * old one and with the new one accept the message.
 */
export function signedHeaders(
  { id, timestamp, body }: WebhookMessage,
  secrets: readonly Buffer[],
): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const hmac = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`);
    return `v1,${hmac.digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
