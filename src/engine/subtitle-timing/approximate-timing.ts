import { Injectable } from '@nestjs/common';
import { approximateWords } from '../../core/timing/approximate-words.js';
import type { WordTiming } from '../../core/timing/types.js';
import type { Speech } from './speech.js';

/** Shares the time between the pauses among the words, by their syllables. */
@Injectable()
export class ApproximateTiming {
  time(
    written: readonly string[],
    { pauses, durationMs }: Pick<Speech, 'pauses' | 'durationMs'>,
  ): WordTiming {
    const words = approximateWords(written, pauses, durationMs);
    return { words, method: 'approximate', warnings: [] };
  }
}
