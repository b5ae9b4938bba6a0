import { Injectable } from '@nestjs/common';
import { ApiError } from '../../http/errors/api-error.js';

/** Files that arrive at the same time in this process. Each occupies a connection and an open file. */
const MOST = 128;
const MOST_OF_KEY = 16;
const RETRY_AFTER_SECONDS = '5';

/** Bounds the number of files that arrive at the same time. */
@Injectable()
export class UploadSlots {
  private total = 0;
  private readonly ofKeys = new Map<string, number>();

  /** @throws ApiError RATE_LIMIT_EXCEEDED, SERVICE_UNAVAILABLE */
  async run<T>(keyId: string, action: () => Promise<T>): Promise<T> {
    const own = this.ofKeys.get(keyId) ?? 0;
    if (own >= MOST_OF_KEY) {
      const details = `A key can upload ${MOST_OF_KEY} files at the same time. Wait until one has ended.`;
      throw new ApiError('RATE_LIMIT_EXCEEDED', details, retryLater());
    }
    if (this.total >= MOST) {
      throw new ApiError('SERVICE_UNAVAILABLE', 'Too many files arrive at once.', retryLater());
    }
    this.total++;
    this.ofKeys.set(keyId, own + 1);
    try {
      return await action();
    } finally {
      this.total--;
      const left = this.ofKeys.get(keyId)! - 1;
      if (left === 0) this.ofKeys.delete(keyId);
      else this.ofKeys.set(keyId, left);
    }
  }
}

function retryLater() {
  return { headers: { 'Retry-After': RETRY_AFTER_SECONDS } };
}
