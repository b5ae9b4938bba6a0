import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

const FORM = /^vc_([0-9a-f]{16})_[0-9a-f]{64}$/;

/** True for a text that has the form of a key id. */
export function isKeyId(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text);
}

/** A new key id: 16 hexadecimal digits. */
export function newKeyId(): string {
  return randomBytes(8).toString('hex');
}

/** A new key of an id: `vc_<id>_<secret>`, the secret being 256 random bits. */
export function newKeyText(id: string): string {
  return `vc_${id}_${randomBytes(32).toString('hex')}`;
}

/** The id within a key that has the form of ours, or null. */
export function keyIdOf(text: string): string | null {
  return FORM.exec(text)?.[1] ?? null;
}

/** SHA-256 of a key: what is stored, compared and remembered in its place. */
export function hashKey(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}

/** Compares two SHA-256 hashes in a time that tells nothing about where they differ. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
