import type { Config } from '../../config/types.js';
import { invalidFile, readOperatorFile } from '../files/operator-file.js';
import { AzureEngine } from './engines/azure-engine.js';
import { ElevenLabsEngine } from './engines/elevenlabs-engine.js';
import { OpenAiEngine } from './engines/openai-engine.js';
import type { Endpoint } from './engines/post-for-sound.js';
import { modelStoreOf } from '../models/model-store-of.js';
import { LocalEngine } from './local/local-engine.js';
import { VOICE_CATALOG } from './local/voice-model-catalog.js';
import { type NamedEngine, readVoicesFile, type VoicesFile } from './read-voices-file.js';
import type { SpeechEngine } from './engines/speech-engine.js';
import { VoiceBook } from './voice-book.js';

/** The name of the engine that variables configure. */
export const DEFAULT_ENGINE = 'default';
const VARIABLE = 'VIDEOCRAFT_VOICES_FILE';
const NOTHING: VoicesFile = { default: null, engines: [], voices: [] };

/**
 * The voices of a configuration. The engine of the variables comes first.
 *
 * @throws Error that lists all problems of the voices file
 */
export async function createVoiceBook(config: Config): Promise<VoiceBook> {
  const own = ownEngine(config);
  const { file } = config.voices;
  const named = file === null ? NOTHING : await load(file, own === null ? [] : [DEFAULT_ENGINE]);
  const engines = [...(own === null ? [] : [own]), ...named.engines];
  return new VoiceBook(
    await Promise.all(engines.map((engine) => createEngine(engine, config))),
    named.voices,
    named.default,
  );
}

async function load(path: string, known: readonly string[]): Promise<VoicesFile> {
  const read = readVoicesFile(await readOperatorFile(VARIABLE, path), known);
  if (!read.ok) throw invalidFile(VARIABLE, path, read.issues);
  return read.content;
}

/** The engine of the variables, or null. */
function ownEngine({ voices }: Config): NamedEngine | null {
  const { url, apiKey, model, voice } = voices;
  const common = { name: DEFAULT_ENGINE, voice, previews: null, parallel: 2 };
  if (url !== null) {
    return { ...common, type: 'openai', url, 'api-key': apiKey, model, models: [], format: 'wav' };
  }
  return model === null ? null : { ...common, type: 'local', model };
}

/** @throws ModelError when a local model is neither in the catalog nor a folder */
async function createEngine(named: NamedEngine, config: Config): Promise<SpeechEngine> {
  const { name, voice, parallel: atOnce } = named;
  const common = { name, voice, atOnce, isFree: named.previews ?? named.type === 'local' };
  const endpoint = (apiKey: string | null): Endpoint => {
    return { name, apiKey, door: config.sources, timeoutMs: config.voices.timeoutMs };
  };
  switch (named.type) {
    case 'openai':
      return new OpenAiEngine({ ...named, ...common, ...endpoint(named['api-key']) });
    case 'elevenlabs':
      return new ElevenLabsEngine({ ...named, ...common, ...endpoint(named['api-key']) });
    case 'azure':
      return new AzureEngine({ ...named, ...common, ...endpoint(named['api-key']) });
    case 'local': {
      const { model } = named;
      const store = modelStoreOf(config, VOICE_CATALOG);
      await store.assertKnown(model);
      return new LocalEngine({ ...common, model, store, timeoutMs: config.voices.timeoutMs });
    }
    default:
      return named satisfies never;
  }
}
