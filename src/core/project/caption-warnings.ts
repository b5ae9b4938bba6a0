import { readCaptions } from '../captions/read/read-captions.js';
import type { Issue } from '../fields/issues.js';
import type { Project } from './types/index.js';

/** What is wrong with captions, if the config contains the text of the caption file. The render skips these parts. */
export function captionIssues({ subtitles }: Pick<Project, 'subtitles'>): Issue[] {
  if (!subtitles?.captions || !('text' in subtitles.captions)) return [];
  const result = readCaptions(subtitles.captions.text);
  if ('problem' in result) return [];
  return result.warnings.map((message) => ({ pointer: `${subtitles.pointer}/captions`, message }));
}
