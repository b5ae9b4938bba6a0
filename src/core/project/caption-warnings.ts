import { readCaptions } from '../captions/read/read-captions.js';
import type { Project } from './types/index.js';

/** The warnings that captions cause, if the config contains the text of the caption file. */
export function captionWarnings({ subtitles }: Pick<Project, 'subtitles'>): string[] {
  if (!subtitles?.captions || !('text' in subtitles.captions)) return [];
  const result = readCaptions(subtitles.captions.text);
  if ('problem' in result) return [];
  return result.warnings.map((warning) => `${subtitles.pointer}/captions: ${warning}`);
}
