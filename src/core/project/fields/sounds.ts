import { object } from '../../fields/composites.js';
import type { Field, FieldPlace } from '../../fields/field.js';
import { boolean, text as words } from '../../fields/scalars.js';
import { UNSPOKEN } from '../../sources/voice-address.js';
import type { AudioElement } from '../types/index.js';
import { common, media, timing, toMedia, toPlayback, toScript, toTiming } from './element-parts.js';
import { soundKeyframes } from './movement.js';
import { playbackFields } from './playback.js';
import { scriptFields } from './script.js';
import { toVoice, voiceFields } from './voice.js';

export const audio: Field<AudioElement> = object(
  {
    ...common('audio'),
    ...media('natural'),
    ...playbackFields,
    keyframes: soundKeyframes,
    speech: boolean()
      .orNull()
      .describe(
        '`false`: music, which is never searched for words. Default: `true`, or `false` with `ducking`.',
      ),
    language: words(35).orNull().describe('Language of the speech, as a BCP 47 tag.'),
    ...scriptFields,
    'beyond-scene': boolean()
      .default(false)
      .describe(
        'Whether the sound goes on when its scene ends. It then has no effect on the length of the scene.',
      ),
  },
  { title: 'audio' },
).map((given, place) => ({
  type: 'audio',
  ...toMedia(given, place),
  ...toPlayback(given, place),
  volumeKeyframes: given.keyframes.volume,
  speech: given.speech ?? given.ducking === null,
  language: given.language,
  ...toScript(given, place),
  beyondScene: goesOn(given['beyond-scene'], place),
}));

/** A sound of a group ends with it. */
function goesOn(isSet: boolean, { pointer, issues, context }: FieldPlace): boolean {
  if (isSet && (context.nesting ?? 0) > 0)
    issues.add(`${pointer}/beyond-scene`, 'The sound of a group ends with the group.');
  return isSet;
}

/** An audio element whose source is spoken. */
export const voice: Field<AudioElement> = object(
  { ...common('voice'), ...timing('natural'), ...voiceFields, keyframes: soundKeyframes },
  { title: 'voice' },
).map((given, place) => ({
  type: 'audio',
  ...toTiming(given, place),
  src: UNSPOKEN,
  acceptDamaged: true,
  seekMs: 0,
  untilMs: null,
  fits: false,
  beyondScene: false,
  loop: false,
  // The pipeline sets the part of the speed that the engine doesn't speak with.
  speed: 1,
  volume: given.volume,
  volumeKeyframes: given.keyframes.volume,
  ducking: null,
  audioTrack: null,
  speech: true,
  language: given.language,
  words: null,
  ...toVoice(given),
}));
