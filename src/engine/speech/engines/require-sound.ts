import { SpeechError } from './speech-engine.js';
import type { SoundResponse } from './post-for-sound.js';

const TEXT = /^\s*(text\/|application\/(json|problem\+json|xml|xhtml))/i;

/**
 * Refuses an answer that is no sound, such as the page of a proxy. The content type of sound is not trusted: its bytes
 * tell what it is.
 *
 * @throws SpeechError
 */
export function requireSound({ type, bytes }: SoundResponse, name: string): Buffer {
  if (bytes.length > 0 && !TEXT.test(type)) return bytes;
  const got = bytes.length === 0 ? 'nothing' : 'a text';
  const cause = new Error(`${type}: ${bytes.toString('utf8', 0, 200)}`);
  throw new SpeechError(`The voice engine ${name} answered with ${got} instead of sound.`, {
    cause,
  });
}
