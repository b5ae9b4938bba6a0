import type { TimedWord } from '../timing/types.js';
import { splitPhrases } from './split-phrases.js';

/** Words of each clip or speaker by themselves, in order of their times. */
export function byTrack<Word extends TimedWord>(words: readonly Word[]): Word[][] {
  const tracks = new Map<number, Word[]>();
  for (const word of words) {
    const track = word.track ?? 0;
    const own = tracks.get(track);
    if (own) own.push(word);
    else tracks.set(track, [word]);
  }
  return [...tracks.values()].map((own) => own.sort((a, b) => a.startMs - b.startMs));
}

/**
 * Words as one reads them: phrase by phrase in order of their beginnings, each phrase whole though
 * another clip or speaker begins before its end.
 */
export function inPhraseOrder(words: readonly TimedWord[]): TimedWord[] {
  return byTrack(words)
    .flatMap((own) => splitPhrases(own))
    .sort((a, b) => a[0]!.startMs - b[0]!.startMs)
    .flat();
}
