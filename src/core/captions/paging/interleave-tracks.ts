import type { TimedWord } from '../../timing/types.js';
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
  return inOrder(byTrack(words).flatMap((own) => splitPhrases(own))).flat();
}

/**
 * Phrases of all tracks, in order of their beginnings. One during which another track says a whole phrase
 * goes on after it as a phrase of its own, so that it comes back to the screen.
 */
export function phrasesInTurn<Word extends TimedWord>(words: readonly Word[]): Word[][] {
  const tracks = byTrack(words);
  const phrases = inOrder(tracks.flatMap((own) => splitPhrases(own)));
  if (tracks.length < 2) return phrases;
  const ends = phrases.map((phrase) => phrase.reduce((end, word) => Math.max(end, word.endMs), 0));
  return inOrder(
    phrases.flatMap((phrase, index) => {
      const cuts: number[] = [];
      for (let other = index + 1; other < phrases.length; other++) {
        const { startMs, track = 0 } = phrases[other]![0]!;
        if (startMs >= ends[index]!) break;
        const isOther = track !== (phrase[0]!.track ?? 0) && startMs > phrase[0]!.startMs;
        if (isOther && ends[other]! < ends[index]!) cuts.push(ends[other]!);
      }
      return cutAfter(
        phrase,
        cuts.sort((a, b) => a - b),
      );
    }),
  );
}

function inOrder<Word extends TimedWord>(phrases: Word[][]): Word[][] {
  return phrases.sort((a, b) => a[0]!.startMs - b[0]!.startMs);
}

function cutAfter<Word extends TimedWord>(
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
