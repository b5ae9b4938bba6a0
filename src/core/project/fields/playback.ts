import { anyOf, boolean, integer, number, text } from '../../fields/scalars.js';
import { ducking } from './ducking.js';
import { seconds } from './values.js';

/** Playback of audio and video sources. */
export const playbackFields = {
  seek: seconds().describe('Start position in the source, in seconds.'),
  loop: boolean().default(false).describe('Repeats the source when it ends.'),
  speed: number({ min: 0.25, max: 4 })
    .default(1)
    .describe('Playback speed. The pitch of the sound does not change.'),
  volume: number({ min: 0, max: 10 }).default(1).describe('Volume as a linear gain.'),
  'audio-track': anyOf(integer({ min: 1, max: 100 }), text(35))
    .orNull()
    .describe(
      'Audio track to play: its number, starting at 1, or its language (BCP 47). Default: the default track of the file.',
    ),
  ducking,
};
