import type { CaptionSettings } from '../../project/types/index.js';
import type { TimedWord } from '../../timing/types.js';
import type { CaptionPage } from '../caption-page.js';

/** When a scene begins, and the look of its captions, or null for that of the video. */
export interface SceneLook {
  readonly startMs: number;
  readonly settings: CaptionSettings | null;
}

/** Words that are shown alike. */
export interface StyledWords {
  readonly settings: CaptionSettings;
  readonly words: readonly TimedWord[];
}

/**
 * Divides words into runs of the same look. A word belongs to the last scene that begins before it is shown, also
 * while the scene before is still visible.
 *
 * @param words by their beginnings
 */
export function wordsByLook(
  words: readonly TimedWord[],
  scenes: readonly SceneLook[],
  settings: CaptionSettings,
): StyledWords[] {
  const runs: { settings: CaptionSettings; words: TimedWord[] }[] = [];
  for (const word of words) {
    // All looks have the same delay.
    const shownMs = Math.max(0, word.startMs + settings.offsetMs);
    const scene = scenes.findLast(({ startMs }) => startMs <= shownMs);
    const look = scene?.settings ?? settings;
    const run = runs.at(-1);
    if (run?.settings === look) run.words.push(word);
    else runs.push({ settings: look, words: [word] });
  }
  return runs;
}

/** The pages of all looks in order. A page ends when the next begins, whatever its look. */
export function joinPages(pages: readonly CaptionPage[]): CaptionPage[] {
  const sorted = pages.toSorted((a, b) => a.startMs - b.startMs);
  return sorted.map((page, index) => ({
    ...page,
    endMs: Math.min(page.endMs, sorted[index + 1]?.startMs ?? Infinity),
  }));
}
