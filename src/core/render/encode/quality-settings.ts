import type { Project, Quality } from '../../project/types/index.js';
import type { QualitySettings } from '../segment/types.js';

/**
 * For still pictures: a constant quantizer that varies only by variance within the picture. x264 sees each
 * picture once, however long it is shown, so everything that depends on time is off: lookahead, the
 * macroblock tree, and a rate that follows complexity.
 */
const STILL = 'psy=0:aq-mode=2:mbtree=0:rc-lookahead=0:qcomp=1';
/**
 * Decides by transformed differences, and chooses coefficients by their cost: 5 % fewer bytes and better
 * pictures, at half the cost of the next preset, because early skips stay skipped.
 */
const FINE_STILL = `${STILL}:subme=2:trellis=1`;
/**
 * 20 frames of lookahead for the macroblock tree: a third fewer bytes than `superfast` alone, and 5 % fewer
 * than with 10 frames.
 */
const MOVING = 'psy=0:aq-mode=2:mbtree=1:rc-lookahead=20';
/**
 * No motion of macroblock parts, as in `superfast`. openh264 (2.3) decodes direct prediction from such
 * macroblocks wrongly in B pictures.
 */
const WHOLE_MOTION = 'partitions=i8x8,i4x4';

/** The fastest that still shows what matters. */
export const DRAFT_SETTINGS: QualitySettings = {
  still: { preset: 'ultrafast', crf: 28, params: STILL },
  moving: { preset: 'ultrafast', crf: 30, params: 'psy=0' },
};

/** Chosen with `npm run bench:encoder`. See docs/rendering.md for the measurements. */
const BY_QUALITY: Readonly<Record<Quality, QualitySettings>> = {
  low: {
    still: { preset: 'superfast', crf: 25, params: FINE_STILL },
    moving: { preset: 'superfast', crf: 27, params: MOVING },
  },
  medium: {
    still: { preset: 'superfast', crf: 20, params: FINE_STILL },
    moving: { preset: 'superfast', crf: 22, params: MOVING },
  },
  high: {
    still: { preset: 'superfast', crf: 16, params: FINE_STILL },
    moving: { preset: 'faster', crf: 18, params: `psy=0:aq-mode=2:${WHOLE_MOTION}` },
  },
};

/** The x264 settings for the quality of a video config. */
export function qualitySettings(project: Pick<Project, 'quality' | 'draft'>): QualitySettings {
  return project.draft ? DRAFT_SETTINGS : BY_QUALITY[project.quality];
}
