import type { Config } from '../../config/types.js';
import { isSherpaInstalled, SHERPA_PACKAGE } from '../models/sherpa.js';

/**
 * Returns why this machine recognizes no speech, as the rest of a sentence, or null if it does. A model that must be
 * fetched first is no problem.
 */
export function recognitionProblem({ recognition }: Pick<Config, 'recognition'>): string | null {
  const { url, model } = recognition;
  if (url !== null) return null;
  if (model === null) return 'speech recognition is not enabled';
  if (isSherpaInstalled()) return null;
  return `the package ${SHERPA_PACKAGE}, which runs speech models, is not installed`;
}
