import type { Config } from '../../config/types.js';
import type { Issue } from '../../core/fields/issues.js';
import type { Need } from '../../core/job/missing-ability.js';
import type { WantedVoice } from '../../core/project/wanted-voices.js';

/** Why this machine does not speak for an element. */
export interface VoiceProblem extends Issue {
  /** What another machine needs to do so. */
  readonly need: Need;
}

/** What is wrong with the voices of a video on this machine. The engines are loaded only if there are voices. */
export async function voiceProblems(
  voices: readonly WantedVoice[],
  config: Config,
): Promise<VoiceProblem[]> {
  if (voices.length === 0) return [];
  const [{ createVoiceBook }, { VoiceUnavailable }] = await Promise.all([
    import('./create-engines.js'),
    import('./voice-book.js'),
  ]);
  const book = await createVoiceBook(config);
  return voices.flatMap(({ pointer, voice }) => {
    try {
      book.choose(voice);
      return [];
    } catch (error) {
      if (!(error instanceof VoiceUnavailable)) throw error;
      return [{ pointer, message: error.message, need: error.need }];
    }
  });
}
