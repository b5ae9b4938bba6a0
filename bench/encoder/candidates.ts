import type { X264Settings } from '../../src/core/render/segment/types.js';
import { qualitySettings } from '../../src/core/render/encode/quality-settings.js';

/** Settings to compare. The renderer adds settings that are the same for all of them. */
export interface Candidate extends X264Settings {
  readonly name: string;
}

const QUIET = 'psy=0:aq-mode=2:';
const FLAT = `${QUIET}mbtree=0:rc-lookahead=0:qcomp=1`;
const FAST = `${QUIET}mbtree=1:rc-lookahead=20:b-adapt=0`;

const settings = (preset: string, crf: number, params: string): Candidate => ({
  name: params.replace(QUIET, ''),
  preset,
  crf,
  params,
  keySeconds: 5,
});

/** For pictures that are encoded once and shown for long. */
export const STILL_CANDIDATES: readonly Candidate[] = [
  settings('veryfast', 20, ''),
  settings('veryfast', 20, QUIET.slice(0, -1)),
  settings('superfast', 20, FLAT),
  settings('superfast', 20, `${FLAT}:ipratio=1.1`),
  settings('superfast', 20, `${FLAT}:ipratio=1.8`),
  settings('superfast', 20, FLAT.replace('aq-mode=2', 'aq-mode=1')),
  settings('superfast', 20, `${FLAT}:subme=2`),
  settings('superfast', 20, `${FLAT}:subme=2:trellis=1`),
  settings('superfast', 20, `${FLAT}:subme=6:trellis=2`),
  settings('superfast', 16, `${FLAT}:subme=2:trellis=1`),
  settings('faster', 16, FLAT),
  settings('medium', 20, FLAT),
  settings('slow', 20, FLAT),
];

/** For moving segments. */
export const MOVING_CANDIDATES: readonly Candidate[] = [
  settings('superfast', 23, ''),
  settings('superfast', 21, `${QUIET}mbtree=1:rc-lookahead=10`),
  settings('superfast', 22, `${QUIET}mbtree=1:rc-lookahead=20`),
  settings('superfast', 22, `${QUIET}mbtree=1:rc-lookahead=40`),
  settings('superfast', 22, FAST),
  settings('superfast', 23, `${FAST}:deadzone-inter=11`),
  settings('superfast', 22, `${FAST}:partitions=none`),
  settings('superfast', 22, `${QUIET}mbtree=1:rc-lookahead=20:ref=2`),
  settings('superfast', 22, `${QUIET}mbtree=1:rc-lookahead=20:trellis=1`),
  settings('superfast', 22, `${QUIET}mbtree=1:rc-lookahead=20:bframes=0`),
  settings('veryfast', 21, QUIET.slice(0, -1)),
  settings('medium', 23, QUIET.slice(0, -1)),
  settings('medium', 23, ''),
];

/** For moving segments and a hardware encoder, where only the quality counts. */
export const HARDWARE_CANDIDATES: readonly Candidate[] = [15, 18, 21, 24, 27, 30, 33].map((crf) =>
  settings('', crf, ''),
);

/** The settings of the quality levels. */
export function chosen(kind: 'still' | 'moving'): Candidate[] {
  return (['draft', 'low', 'medium', 'high'] as const).map((quality) => ({
    ...qualitySettings(
      quality === 'draft'
        ? { quality: 'medium', draft: true, keyframeInterval: null }
        : { quality, draft: false, keyframeInterval: null },
    )[kind],
    name: `quality ${quality}`,
  }));
}
