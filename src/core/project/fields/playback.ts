import { anyOf, boolean, integer, number, text } from '../../fields/scalars.js';
import { ducking } from './ducking.js';
import { seconds } from './values.js';

/** How a source with a length of its own is played. */
export const playbackFields = {
  seek: seconds().describe('Seconds into the source at which it begins.'),
  loop: boolean().default(false).describe('Begins again at its end.'),
  speed: number({ min: 0.25, max: 4 })
    .default(1)
    .describe('How fast it is played; the pitch of its sound stays.'),
  volume: number({ min: 0, max: 10 }).default(1).describe('Linear gain.'),
  'audio-track': anyOf(integer({ min: 1, max: 100 }), text(35))
    .orNull()
    .describe(
      'Which track of sound is played: its number from 1, or its language (BCP 47). The default of the file when missing.',
    ),
  ducking,
};
