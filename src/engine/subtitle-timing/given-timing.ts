import { Injectable } from '@nestjs/common';
import { sortByPhrase } from '../../core/captions/paging/interleave-tracks.js';
import type { WordList } from '../../core/project/types/index.js';
import { type TrimOptions, trimGivenWords } from '../../core/timing/trim-given-words.js';
import type { WordTiming } from '../../core/timing/types.js';

/** A list of words with their times, and the span that they belong to. */
export interface GivenWords extends TrimOptions {
  readonly list: WordList;
}

/** Uses the times that are given with the words. Does not need the sound. */
@Injectable()
export class GivenTiming {
  time({ list, ...options }: GivenWords): WordTiming {
    const placed = trimGivenWords(list.words, options);
    return {
      words: sortByPhrase(placed.words),
      method: 'given',
      warnings: [...list.notes.map((note) => `${options.pointer}: ${note}`), ...placed.warnings],
    };
  }
}
