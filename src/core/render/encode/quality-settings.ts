import type { Project, Quality } from '../../project/types/index.js';
import type { QualitySettings, X264Settings } from '../segment/types.js';

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
 * than with 10 frames. B pictures in fixed places: the lookahead costs less, and would nearly always choose the same places.
 */
const MOVING = 'psy=0:aq-mode=2:mbtree=1:rc-lookahead=20:b-adapt=0';
/**
 * The dead zone of intra pictures in the others, too: a rate factor that is higher by one has the same SSIM, and takes up to
 * 4 % fewer bytes. At the low quality, it takes more.
 */
const FINE_MOVING = `${MOVING}:deadzone-inter=11`;
/**
 * No motion of macroblock parts, as in `superfast`. openh264 (2.3) decodes direct prediction from such
 * macroblocks wrongly in B pictures.
 */
const WHOLE_MOTION = 'partitions=i8x8,i4x4';

/**
 * So that a seek decodes for about as long wherever it ends: a skipped picture takes a decoder a fifth of the time of
 * one that moves.
 */
const KEY_SECONDS = { still: 10, moving: 5 };

type Level = {
  readonly [Kind in 'still' | 'moving']: Omit<X264Settings, 'keySeconds'>;
};

/**
 * For rows in which captions change. Whole vectors are enough for what appears and disappears in place.
 * The quantizer of key pictures is half of that of others, so that no difference from the source is worth coding in what stays.
 */
const BAND =
  'psy=0:aq-mode=0:mbtree=0:rc-lookahead=0:qcomp=1:subme=0:trellis=0:no-deblock=1:ipratio=2';
/**
 * Between key pictures, over the rate factor of still segments: about as good by SSIM as whole pictures. At the high quality,
 * x264 would correct what stays.
 */
const BAND_QP = 3;

/** The fastest that still shows what matters. */
const DRAFT: Level = {
  still: { preset: 'ultrafast', crf: 28, params: STILL },
  moving: { preset: 'ultrafast', crf: 30, params: 'psy=0' },
};

/** Chosen with `npm run bench:encoder`. See docs/rendering.md for the measurements. */
const BY_QUALITY: Readonly<Record<Quality, Level>> = {
  low: {
    still: { preset: 'superfast', crf: 25, params: FINE_STILL },
    moving: { preset: 'superfast', crf: 27, params: MOVING },
  },
  medium: {
    still: { preset: 'superfast', crf: 20, params: FINE_STILL },
    moving: { preset: 'superfast', crf: 23, params: FINE_MOVING },
  },
  high: {
    still: { preset: 'superfast', crf: 16, params: FINE_STILL },
    moving: { preset: 'faster', crf: 18, params: `psy=0:aq-mode=2:${WHOLE_MOTION}` },
  },
};

export const DRAFT_SETTINGS: QualitySettings = withKeys(DRAFT, null);

/** The x264 settings for the quality of a video config. */
export function qualitySettings({
  quality,
  draft,
  keyframeInterval,
}: Pick<Project, 'quality' | 'draft' | 'keyframeInterval'>): QualitySettings {
  const level = BY_QUALITY[quality];
  if (draft) return withKeys(DRAFT, keyframeInterval);
  const settings = { ...withKeys(level, keyframeInterval), looksAhead: true };
  if (quality === 'high') return settings;
  const band = { preset: level.still.preset, qp: level.still.crf + BAND_QP, params: BAND };
  return { ...settings, band };
}

function withKeys({ still, moving }: Level, interval: number | null): QualitySettings {
  return {
    still: { ...still, keySeconds: interval ?? KEY_SECONDS.still },
    moving: { ...moving, keySeconds: interval ?? KEY_SECONDS.moving },
    band: null,
    looksAhead: false,
  };
}
