import type { ValuesOf } from '../../fields/composites.js';
import { number, text } from '../../fields/scalars.js';
import { readVoiceScript } from '../../speech/read-voice-script.js';
import type { VoiceRequest } from '../types/index.js';

/** The fields of a text that a voice speaks. */
export const voiceFields = {
  text: text(50_000)
    .map((script, { pointer, issues }) => {
      const { text: spoken } = readVoiceScript(script);
      if (spoken === '') issues.add(pointer, '"text" contains no words. Enter the text to speak.');
      return { script, spoken };
    })
    .required()
    .describe(
      'The text to speak. `<break time="500ms"/>` is a pause, and an empty line separates paragraphs.',
    ),
  voice: text(200)
    .orNull()
    .describe('Name of the voice. Default: the voice that the operator chose.'),
  language: text(35).orNull().describe('Language of the text, as a BCP 47 tag.'),
  provider: text(100)
    .orNull()
    .describe('Voice engine: its name, or its kind. Default: the engine of the voice.'),
  model: text(200).orNull().describe('Model of the engine. Default: the model of the engine.'),
  connection: text(200)
    .orNull()
    .describe('Name of the voice engine. It takes precedence over `provider`.'),
  speed: number({ min: 0.25, max: 4 })
    .default(1)
    .describe('Speaking rate. 1 is the usual one of the voice.'),
  pitch: number({ min: -12, max: 12, unit: 'semitones' })
    .default(0)
    .describe('Pitch of the voice in semitones, for engines that can change it.'),
  volume: number({ min: 0, max: 10 }).default(1).describe('Volume as a linear gain.'),
};

/** What a voice says, and the words of its captions. */
export function toVoice({
  text: given,
  voice,
  language,
  provider,
  model,
  connection,
  speed,
  pitch,
}: ValuesOf<typeof voiceFields>): { readonly voice: VoiceRequest; readonly text: string } {
  const { script, spoken } = given;
  return {
    voice: { script, voice, language, provider, model, connection, speed, pitch },
    text: spoken,
  };
}
