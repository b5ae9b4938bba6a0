/** A new key for `Idempotency-Key`. `crypto.randomUUID` is missing on pages that are not served by https. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
