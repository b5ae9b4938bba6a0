import type { Project } from '../project/types.js';
import type { EncoderSettings } from './types.js';

/** x264 settings of a project's quality. */
export function encoderSettings(project: Pick<Project, 'quality' | 'draft'>): EncoderSettings {
  if (project.draft) return { preset: 'ultrafast', crf: 30 };
  switch (project.quality) {
    case 'low':
      return { preset: 'veryfast', crf: 28 };
    case 'medium':
      return { preset: 'veryfast', crf: 22 };
    case 'high':
      return { preset: 'medium', crf: 18 };
  }
}
