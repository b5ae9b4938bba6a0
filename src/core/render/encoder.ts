import type { Project, Quality } from '../project/types.js';
import type { EncodeSettings } from './types.js';

const DRAFT: EncodeSettings = {
  still: { preset: 'ultrafast', crf: 28 },
  moving: { preset: 'ultrafast', crf: 30 },
};
const BY_QUALITY: Readonly<Record<Quality, EncodeSettings>> = {
  low: { still: { preset: 'veryfast', crf: 25 }, moving: { preset: 'superfast', crf: 28 } },
  medium: { still: { preset: 'veryfast', crf: 20 }, moving: { preset: 'superfast', crf: 23 } },
  high: { still: { preset: 'medium', crf: 16 }, moving: { preset: 'fast', crf: 18 } },
};

/** x264 settings of a project's quality. */
export function encoderSettings(project: Pick<Project, 'quality' | 'draft'>): EncodeSettings {
  return project.draft ? DRAFT : BY_QUALITY[project.quality];
}
