import type { Config } from '../../config/types.js';
import { fault, type Finding, fine, warning } from './finding.js';

const NAME = 'voices';

/** Checks the voice engines that are configured. Asks none of them, because their answers cost money. */
export async function checkVoices(config: Config): Promise<Finding> {
  const { createVoiceBook } = await import('../../engine/speech/create-engines.js');
  try {
    const { engines } = await createVoiceBook(config);
    if (engines.length === 0) {
      return fine(
        NAME,
        'No voice engine is configured, so "voice" elements fail. To speak texts, see docs/voices.md.',
      );
    }
    const problems = engines.flatMap(({ problem }) => problem ?? []);
    if (problems.length > 0) {
      return warning(NAME, problems.join(' '), 'npm install --include=optional');
    }
    const shown = engines.map(({ name, kind }) => (name === kind ? name : `${name} (${kind})`));
    return fine(NAME, `Texts can be spoken by ${shown.join(', ')}.`);
  } catch (error) {
    return fault(NAME, (error as Error).message, null);
  }
}
