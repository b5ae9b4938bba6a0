import { AUTOMATIC_MODEL } from '../../config/recognition-variables.js';
import type { Config } from '../../config/types.js';
import { formatBytes } from '../../core/sources/format-amounts.js';
import type { ModelStore } from '../../engine/models/model-store.js';
import { recognitionProblem } from '../../engine/recognition/recognition-problem.js';
import { memoryAtHand } from '../../engine/workers/heap-limit.js';
import { fault, type Finding, fine, warning } from './finding.js';
import { ownCommand } from '../shell/own-command.js';
import { shellWord } from '../shell/shell-word.js';

const NAME = 'speech model';

/** Checks the speech recognition that is configured. */
export async function checkModels(config: Config): Promise<Finding> {
  const { url, model } = config.recognition;
  if (url !== null) return fine(NAME, `The endpoint ${new URL(url).host} recognizes speech.`);
  if (model === null) {
    return fine(
      NAME,
      'Speech recognition is turned off, so captions need a script, words, or a caption file.',
    );
  }
  const { modelStoreOf } = await import('../../engine/models/model-store-of.js');
  const store = modelStoreOf(config);
  try {
    if (model !== AUTOMATIC_MODEL) await store.assertKnown(model);
  } catch (error) {
    return fault(NAME, (error as Error).message, `${ownCommand(process.cwd())} models list`);
  }
  const problem = recognitionProblem(config);
  if (problem !== null) {
    const message = `Speech is not recognized, because ${problem}. Captions need a script, words, or a caption file.`;
    return warning(NAME, message, 'npm install --include=optional');
  }
  if (model === AUTOMATIC_MODEL) return checkAutomatic(store, config);
  if (await store.isInstalled(model)) return fine(NAME, `${model} is installed.`);
  const message = `${model} is not installed. The first video that needs it will fetch it.`;
  return warning(NAME, message, `${ownCommand(process.cwd())} models install ${shellWord(model)}`);
}

/** A download that happens when it is needed is no fault, so it is only told. */
async function checkAutomatic(store: ModelStore, { recognition }: Config): Promise<Finding> {
  const { chooseModel } = await import('../../engine/recognition/automatic-models.js');
  const memoryBytes = memoryAtHand() * recognition.memoryShare;
  const { name, bytes } = chooseModel(AUTOMATIC_MODEL, memoryBytes);
  const state = (await store.isInstalled(name))
    ? `${name} is installed for speech in any language.`
    : `The first video whose words are unknown fetches ${name} (${formatBytes(bytes)}).`;
  return fine(NAME, `${state} Some languages have other models: see docs/timing.md.`);
}
