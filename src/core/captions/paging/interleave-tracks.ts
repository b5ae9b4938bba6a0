import type { TimedWord } from '../../timing/types.js';
import { splitPhrases } from './split-phrases.js';

/** Groups words by clip or speaker, each group sorted by time. */
export function groupByTrack<Word extends TimedWord>(words: readonly Word[]): Word[][] {
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
 * Sorts words for reading: phrase by phrase, by the start of the phrases. Each phrase stays whole, even if
 * another clip or speaker starts before it ends.
 */
export function sortByPhrase(words: readonly TimedWord[]): TimedWord[] {
  return sortByStart(groupByTrack(words).flatMap((own) => splitPhrases(own))).flat();
}

/**
 * The phrases of all tracks, sorted by start. If another track contains a whole phrase during a phrase, the rest
 * of the interrupted phrase becomes a phrase of its own, so that it comes back on screen.
 */
export function interleavePhrases<Word extends TimedWord>(words: readonly Word[]): Word[][] {
  const tracks = groupByTrack(words);
  const phrases = sortByStart(tracks.flatMap((own) => splitPhrases(own)));
  if (tracks.length < 2) return phrases;
  const ends = phrases.map((phrase) => phrase.reduce((end, word) => Math.max(end, word.endMs), 0));
  return sortByStart(
    phrases.flatMap((phrase, index) => {
      const cuts: number[] = [];
      for (let other = index + 1; other < phrases.length; other++) {
        const { startMs, track = 0 } = phrases[other]![0]!;
        if (startMs >= ends[index]!) break;
        const isOther = track !== (phrase[0]!.track ?? 0) && startMs > phrase[0]!.startMs;
        if (isOther && ends[other]! < ends[index]!) cuts.push(ends[other]!);
      }
      return splitAfter(
        phrase,
        cuts.sort((a, b) => a - b),
      );
    }),
  );
}

function sortByStart<Word extends TimedWord>(phrases: Word[][]): Word[][] {
  return phrases.sort((a, b) => a[0]!.startMs - b[0]!.startMs);
}

function splitAfter<Word extends TimedWord>(
  phrase: readonly Word[],
  cuts: readonly number[],
): Word[][] {
  const parts: Word[][] = [];
  let next = 0;
  for (const word of phrase) {
    const last = parts.at(-1);
    if (last && !(word.startMs >= (cuts[next] ?? Infinity))) last.push(word);
    else parts.push([word]);
    while (word.startMs >= (cuts[next] ?? Infinity)) next++;
  }
  return parts;
}
