import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

const FORMAT = /^vc_([0-9a-f]{16})_[0-9a-f]{64}$/;

/** True for a text in the format of a key ID. */
export function isKeyId(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text);
}

/** A new key ID: 16 hexadecimal digits. */
export function newKeyId(): string {
  return randomBytes(8).toString('hex');
}

/** A new key: `vc_<id>_<secret>`. The secret has 256 random bits. */
export function newKeyText(id: string): string {
  return `vc_${id}_${randomBytes(32).toString('hex')}`;
}

/** The ID in a key; null for a text in another format. */
export function keyIdOf(text: string): string | null {
  return FORMAT.exec(text)?.[1] ?? null;
}

/** SHA-256 of a key. Only the hash is stored, compared, and cached. */
export function hashKey(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}

/** Compares two SHA-256 hashes in constant time. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
