import { buildCues } from '../core/captions/build-cues.js';
import { buildPages } from '../core/captions/build-pages.js';
import { captionTrack } from '../core/captions/caption-track.js';
import type { SubtitlesElement } from '../core/project/types.js';
import type { CaptionTrack } from '../core/render/types.js';
import type { Timeline } from '../core/timeline/types.js';
import type { TimedWord } from '../core/timing/types.js';
import type { FontCatalogue } from '../engine/fonts/font-catalogue.js';

/** Words to captions: pages that read well, and which of them shows in which frame. */
export function layOutCaptions(
  { settings, language }: SubtitlesElement,
  words: readonly TimedWord[],
  timeline: Timeline,
  fonts: FontCatalogue,
): CaptionTrack {
  const { width, height, fps, totalFrames } = timeline;
  const measure = fonts.measure(settings.fontFamily, true, settings.fontSize);
  const pages = buildPages([...words], settings, { width, height }, measure, language);
  const cues = buildCues(pages, settings, fps, totalFrames, language);
  return captionTrack(cues, settings, timeline);
}
