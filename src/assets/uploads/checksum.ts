import { createHash } from 'node:crypto';
import { ApiError } from '../../http/errors/api-error.js';

/** The algorithms of the checksum extension. The protocol asks for SHA-1. */
export const ALGORITHMS = ['sha1', 'sha256'] as const;

/** What the body of a request must be, by `Upload-Checksum`. */
export interface Checksum {
  readonly algorithm: (typeof ALGORITHMS)[number];
  readonly digest: Buffer;
}

/** Reads `Upload-Checksum`; null without one. @throws ApiError VALIDATION_ERROR */
export function readChecksum(header: string | undefined): Checksum | null {
  if (header === undefined) return null;
  const [, name = '', text = ''] = /^(\w+) ([A-Za-z0-9+/]+={0,2})$/.exec(header) ?? [];
  const algorithm = ALGORITHMS.find((one) => one === name);
  const digest = Buffer.from(text, 'base64');
  const isWhole =
    algorithm !== undefined && digest.length === createHash(algorithm).digest().length;
  if (isWhole) return { algorithm, digest };
  const message = `Expected "Upload-Checksum" to be ${ALGORITHMS.join(' or ')}, a space, and the checksum in Base64.`;
  throw ApiError.validation([{ pointer: 'Upload-Checksum', message }]);
}

/** Compares a body with its checksum as it arrives. */
export class ChecksumCheck {
  private readonly hash;

  constructor(private readonly expected: Checksum) {
    this.hash = createHash(expected.algorithm);
  }

  update(chunk: Uint8Array): void {
    this.hash.update(chunk);
  }

  /** @throws ApiError CHECKSUM_MISMATCH */
  end(): void {
    if (this.hash.digest().equals(this.expected.digest)) return;
    throw new ApiError(
      'CHECKSUM_MISMATCH',
      'The received bytes do not match `Upload-Checksum`. They were discarded.',
    );
  }
}
