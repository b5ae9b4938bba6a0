import { elementsOf } from './elements-of.js';
import type { Project, VoiceRequest } from './types/index.js';

/** A voice, and the element that it speaks for. */
export interface WantedVoice {
  readonly pointer: string;
  readonly voice: VoiceRequest;
}

/** The voices of a project, in the order of its elements. */
export function wantedVoices(project: Project): WantedVoice[] {
  return elementsOf(project).flatMap((element) => {
    if (element.type !== 'audio' || element.voice === undefined) return [];
    return [{ pointer: element.pointer, voice: element.voice }];
  });
}
