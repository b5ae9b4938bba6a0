import type { Project } from './types/index.js';
import { readCaptions } from '../captions/read/read-captions.js';

/** What a video of a project will warn of, as far as its captions stand in it as a text. */
export function inlineCaptionWarnings({ subtitles }: Pick<Project, 'subtitles'>): string[] {
  if (!subtitles?.captions || !('text' in subtitles.captions)) return [];
  const result = readCaptions(subtitles.captions.text);
  if ('problem' in result) return [];
  return result.warnings.map((warning) => `${subtitles.pointer}/captions: ${warning}`);
}
