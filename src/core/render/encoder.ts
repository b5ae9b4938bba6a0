import type { Project, Quality } from '../project/types.js';
import type { EncoderSettings } from './types.js';

const DRAFT: EncoderSettings = { preset: 'ultrafast', crf: 30 };
const BY_QUALITY: Readonly<Record<Quality, EncoderSettings>> = {
  low: { preset: 'veryfast', crf: 28 },
  medium: { preset: 'veryfast', crf: 22 },
  high: { preset: 'medium', crf: 18 },
};

/** x264 settings of a project's quality. */
export function encoderSettings(project: Pick<Project, 'quality' | 'draft'>): EncoderSettings {
  return project.draft ? DRAFT : BY_QUALITY[project.quality];
}
