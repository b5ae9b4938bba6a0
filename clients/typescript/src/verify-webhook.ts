import { WebhookVerificationError } from './errors.js';

/** The headers of a request, of a web server or of Node. */
export type WebhookHeaders =
  Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface WebhookEvent {
  /** Such as `job.completed`. Ignore types that you don't know. */
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface VerifyOptions {
  /** How much the times of both machines may differ. The default is five minutes. */
  readonly toleranceSeconds?: number | undefined;
}

/**
 * Checks a webhook as Standard Webhooks says, and returns its event.
 *
 * @param body the body as it arrived: JSON that was parsed and written again has another signature
 * @param secret `whsec_...`, or several while you replace it
 * @throws WebhookVerificationError
 */
export async function verifyWebhook(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string | readonly string[],
  { toleranceSeconds = 300 }: VerifyOptions = {},
): Promise<WebhookEvent> {
  const id = header(headers, 'webhook-id');
  const sent = header(headers, 'webhook-timestamp');
  const signatures = header(headers, 'webhook-signature');
  requireRecent(sent, toleranceSeconds);
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const message = concat(new TextEncoder().encode(`${id}.${sent}.`), bytes);
  const secrets = typeof secret === 'string' ? [secret] : secret;
  for (const one of secrets) {
    if (await isSigned(message, signatures, one)) return parse(bytes);
  }
  throw new WebhookVerificationError('No signature of the webhook matches.');
}

function header(headers: WebhookHeaders, name: string): string {
  const value =
    typeof (headers as Headers).get === 'function'
      ? (headers as Headers).get(name)
      : Object.entries(headers as Record<string, string>).find(
          ([key]) => key.toLowerCase() === name,
        )?.[1];
  const text = Array.isArray(value) ? (value as string[])[0] : value;
  if (typeof text === 'string' && text !== '') return text;
  throw new WebhookVerificationError(`The header ${name} is missing.`);
}

function requireRecent(sent: string, toleranceSeconds: number): void {
  const difference = Math.abs(Date.now() / 1000 - Number(sent));
  if (/^\d{1,12}$/.test(sent) && difference <= toleranceSeconds) return;
  throw new WebhookVerificationError(
    'The time of the webhook is too far from the time of this machine.',
  );
}

async function isSigned(message: Uint8Array, given: string, secret: string): Promise<boolean> {
  const raw = fromBase64(secret.replace(/^whsec_/, ''));
  if (raw === null || raw.length === 0) {
    throw new WebhookVerificationError('The secret is not one of Standard Webhooks.');
  }
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', raw as BufferSource, algorithm, false, [
    'verify',
  ]);
  // Each costs a hash of the body.
  for (const signature of given.split(' ').slice(0, 10)) {
    const bytes = signature.startsWith('v1,') ? fromBase64(signature.slice(3)) : null;
    // It compares in constant time.
    const matches =
      bytes !== null &&
      (await crypto.subtle.verify('HMAC', key, bytes as BufferSource, message as BufferSource));
    if (matches) return true;
  }
  return false;
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

function concat(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function parse(bytes: Uint8Array): WebhookEvent {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as WebhookEvent;
  } catch {
    throw new WebhookVerificationError('The body of the webhook is not JSON.');
  }
}
