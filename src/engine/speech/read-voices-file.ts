import { list, object, record, variants } from '../../core/fields/composites.js';
import { childPointer } from '../../core/fields/json-pointer.js';
import { anyJson, boolean, choice, integer, pattern, text } from '../../core/fields/scalars.js';
import { type OperatorFile, parseOperatorFile, plainUrl } from '../files/operator-file.js';

const NAME = '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$';
/** Names of voices in configs. A star at the end stands for any end. */
const VOICE_NAMES = '^[^\\p{Cc}]{1,200}$';

const common = {
  name: pattern(NAME, 'a name of letters, digits, dots, hyphens, and underscores').required(),
  voice: text(200).orNull(),
  previews: boolean().orNull(),
  parallel: integer({ min: 1, max: 32 }).default(2),
};

const key = pattern('^[\\x21-\\x7e]{1,512}$', 'printable ASCII without spaces').orNull();
const model = text(200).orNull();
const models = list(text(200), { min: 0, max: 100 }).default([]);

const openai = object({
  ...common,
  type: choice(['openai']).required(),
  url: plainUrl.required(),
  'api-key': key,
  model,
  models,
  format: choice(['wav', 'mp3', 'opus', 'flac', 'aac']).default('wav'),
});

const elevenlabs = object({
  ...common,
  type: choice(['elevenlabs']).required(),
  url: plainUrl.default('https://api.elevenlabs.io'),
  'api-key': key.required(),
  model,
  models,
  format: pattern('^(mp3|opus)_[0-9_]{1,20}$', 'an output format with mp3 or opus').default(
    'mp3_44100_128',
  ),
  settings: record(anyJson(), { max: 20, names: '^[a-z_]{1,50}$' }),
});

const azure = object({
  ...common,
  type: choice(['azure']).required(),
  region: pattern('^[a-z0-9]{1,50}$', 'a region, such as westeurope').orNull(),
  url: plainUrl.orNull(),
  'api-key': key.required(),
  format: pattern('^[a-z0-9-]{1,60}$', 'an output format of Azure').default(
    'riff-24khz-16bit-mono-pcm',
  ),
}).map((read, { pointer, issues }) => {
  if (read.region === null && read.url === null) {
    issues.add(pointer, 'Set "region", or "url" for another cloud.');
  }
  return { ...read, url: read.url ?? `https://${read.region}.tts.speech.microsoft.com` };
});

const local = object({
  ...common,
  type: choice(['local']).required(),
  model: text(1000).required(),
});

const voice = object({
  engine: text(100).required(),
  voice: text(200).orNull(),
  model,
  language: text(35).orNull(),
});

const file = object({
  default: text(200).orNull(),
  engines: list(variants({ openai, elevenlabs, azure, local }), { min: 0, max: 50 }).default([]),
  voices: record(voice, { max: 2000, names: VOICE_NAMES }),
});

type ReadFile = ReturnType<(typeof file)['read']>;
/** An engine of the file, as it is written there. */
export type NamedEngine = NonNullable<ReadFile['engines'][number]>;

/** A voice that configs name, and what speaks for it. */
export interface NamedVoice {
  /** In lower case; a star at the end stands for any end. */
  readonly name: string;
  readonly engine: string;
  readonly voice: string | null;
  readonly model: string | null;
  readonly language: string | null;
}

/** The content of a voices file. */
export interface VoicesFile {
  /** The voice for elements that name none. */
  readonly default: string | null;
  readonly engines: readonly NamedEngine[];
  readonly voices: readonly NamedVoice[];
}

/**
 * Reads the text of a voices file.
 *
 * @param known the names of engines that are configured elsewhere
 */
export function readVoicesFile(
  content: string,
  known: readonly string[],
): OperatorFile<VoicesFile> {
  return parseOperatorFile(content, file, (read, issues) => {
    const engines = read.engines.filter((engine) => engine !== null);
    const names = new Set(known);
    for (const [index, { name }] of engines.entries()) {
      if (names.has(name)) issues.add(`/engines/${index}/name`, 'Another engine has this name.');
      names.add(name);
    }
    for (const [name, { engine }] of Object.entries(read.voices)) {
      if (names.has(engine)) continue;
      issues.add(`${childPointer('/voices', name)}/engine`, 'No engine has this name.');
    }
    const voices = Object.entries(read.voices).map(([name, one]) => ({
      ...one,
      name: name.trim().toLowerCase(),
    }));
    return { default: read.default, engines, voices };
  });
}
