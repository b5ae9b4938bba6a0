import { Injectable } from '@nestjs/common';
import { sortByPhrase } from '../../core/captions/paging/interleave-tracks.js';
import type { WordList } from '../../core/project/types/index.js';
import { trimGivenWords } from '../../core/timing/trim-given-words.js';
import type { WordTiming } from '../../core/timing/types.js';

export interface GivenWords {
  readonly list: WordList;
  /** Words after this are dropped. */
  readonly durationMs: number;
  /** The field that warnings name. */
  readonly pointer: string;
}

/** Uses the times that came with the words. The sound is not needed. */
@Injectable()
export class GivenTiming {
  time({ list, durationMs, pointer }: GivenWords): WordTiming {
    const placed = trimGivenWords(list.words, durationMs, pointer);
    return {
      words: sortByPhrase(placed.words),
      method: 'given',
      warnings: [...list.notes.map((note) => `${pointer}: ${note}`), ...placed.warnings],
    };
  }
}
