import { either, flag, integer, number, text } from '../../fields/scalars.js';
import { ducking } from './ducking.js';
import { seconds } from './values.js';

/** How a source with a length of its own is played. */
export const playbackFields = {
  seek: seconds().about('Seconds into the source at which it begins.'),
  loop: flag().or(false).about('Begins again at its end.'),
  speed: number({ min: 0.25, max: 4 })
    .or(1)
    .about('How fast it is played; the pitch of its sound stays.'),
  volume: number({ min: 0, max: 10 }).or(1).about('Linear gain.'),
  'audio-track': either(integer({ min: 1, max: 100 }), text(35))
    .orNull()
    .about(
      'Which track of sound is played: its number from 1, or its language (BCP 47). The default of the file when missing.',
    ),
  ducking,
};
