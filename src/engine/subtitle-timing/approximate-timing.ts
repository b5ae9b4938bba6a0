import { Injectable } from '@nestjs/common';
import { approximateWords } from '../../core/timing/approximate-words.js';
import type { WordTiming } from '../../core/timing/types.js';
import type { Speech } from './speech.js';

/** Distributes the words over the time between pauses, in proportion to their syllables. */
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
