import { Injectable } from '@nestjs/common';
import { sortByPhrase } from '../../core/captions/paging/interleave-tracks.js';
import type { WordList } from '../../core/project/types/index.js';
import { trimGivenWords } from '../../core/timing/trim-given-words.js';
import type { WordTiming } from '../../core/timing/types.js';

export interface GivenWords {
  readonly list: WordList;
  /** Words that start later are left out. */
  readonly durationMs: number;
  /** The field that warnings name. */
  readonly pointer: string;
}

/** Uses the times that are given with the words. Does not need the sound. */
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
