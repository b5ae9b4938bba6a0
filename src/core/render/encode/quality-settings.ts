import type { Project, Quality } from '../../project/types/index.js';
import type { QualitySettings } from '../segment/types.js';

/**
 * Pictures that stand still: constant quantisers, changed within the picture by variance only. What
 * x264 knows of time is wrong here, since it sees each picture once however long it is shown: no
 * lookahead, no macroblock tree, no rate that follows complexity.
 */
const STILL = 'psy=0:aq-mode=2:mbtree=0:rc-lookahead=0:qcomp=1';
/**
 * Transformed differences decide, and coefficients are chosen by what they cost: 5 % fewer bytes for
 * better pictures, at half the price of the next preset, as what is skipped stays skipped early.
 */
const FINE_STILL = `${STILL}:subme=2:trellis=1`;
/**
 * 20 frames of lookahead for the macroblock tree: a third fewer bytes than `superfast` alone, and 5 %
 * fewer than with ten frames.
 */
const MOVING = 'psy=0:aq-mode=2:mbtree=1:rc-lookahead=20';
/**
 * No motion of parts of a macroblock, as in `superfast`: openh264 (2.3) decodes wrongly what B pictures
 * take over from such macroblocks (direct prediction).
 */
const WHOLE_MOTION = 'partitions=i8x8,i4x4';

const DRAFT: QualitySettings = {
  still: { preset: 'ultrafast', crf: 28, params: STILL },
  moving: { preset: 'ultrafast', crf: 30, params: 'psy=0' },
};

/** Chosen by `npm run bench:encoder`; docs/rendering.md has what it measured. */
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

/** x264 settings of a project's quality. */
export function qualitySettings(project: Pick<Project, 'quality' | 'draft'>): QualitySettings {
  return project.draft ? DRAFT : BY_QUALITY[project.quality];
}
