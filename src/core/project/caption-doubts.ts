import type { Issue } from '../fields/issues.js';
import { flattenElements } from '../timeline/flatten-elements.js';
import { elementsOf } from './elements-of.js';
import type { AudioElement, Project, TimelineElement } from './types/index.js';

/**
 * Warns about captions whose words nobody knows before the render fails.
 *
 * @param surroundings `recognitionProblem`: why no speech is recognized, as a clause, or null if it is
 */
export function captionDoubts(
  { scenes, elements, subtitles }: Project,
  { recognitionProblem }: { readonly recognitionProblem: string | null },
): Issue[] {
  if (subtitles === null) return [];
  const { text, words, captions, sceneIndex, pointer } = subtitles;
  if (words !== null || captions !== null) return [];
  const own =
    sceneIndex === null
      ? elementsOf({ scenes, elements })
      : flattenElements([...scenes[sceneIndex]!.elements, ...elements]);
  const spoken = own.filter(isSpeech);
  if (spoken.length === 0) {
    const message =
      'The captions have no words, because no audio element has speech. Add one, or set "words" or "captions".';
    return [{ pointer, message }];
  }
  if (text !== null || recognitionProblem === null) return [];
  return spoken
    .filter((clip) => clip.text === null && clip.words === null)
    .map((clip) => ({
      pointer: clip.pointer,
      message:
        `The captions need the words of this clip, and ${recognitionProblem}. Set its "text" to the ` +
        'script, set "words", or set "speech" to false if nobody speaks.',
    }));
}

function isSpeech(element: TimelineElement): element is AudioElement {
  return element.type === 'audio' && element.speech;
}
