import type { Issue } from '../fields/issues.js';
import { elementsOf } from './elements-of.js';
import type { Project, VoiceRequest } from './types/index.js';

/**
 * Warns about voices that nobody speaks before the render fails.
 *
 * @param problemOf why nobody speaks, as sentences, or null if somebody does
 */
export function voiceDoubts(
  project: Project,
  problemOf: (voice: VoiceRequest) => string | null,
): Issue[] {
  return elementsOf(project).flatMap((element) => {
    if (element.type !== 'audio' || element.voice === undefined) return [];
    const message = problemOf(element.voice);
    return message === null ? [] : [{ pointer: element.pointer, message }];
  });
}
