import { anyOf, boolean, choice, integer, number, text } from '../../fields/scalars.js';
import { ducking } from './ducking.js';
import { LONGEST_SECONDS, seconds } from './values.js';

/** Playback of audio and video sources. */
export const playbackFields = {
  seek: seconds().describe('Start position in the source, in seconds.'),
  until: number({ min: 0.001, max: LONGEST_SECONDS, unit: 'seconds' })
    .map((value) => Math.round(value * 1000))
    .orNull()
    .describe('End position in the source, in seconds. Default: its end.'),
  loop: boolean().default(false).describe('Repeats the source when it ends.'),
  speed: anyOf<number | 'fit', 'fit'>(number({ min: 0.25, max: 4 }), choice(['fit']))
    .defaultFrom(() => 1)
    .describe(
      'Playback speed. The pitch of the sound does not change. `fit`: the source takes exactly the time of the element, which lasts until the end of its scene if it has no `duration`. A sound slower than 0.25 or faster than 4 is then silent. Default: 1.',
    ),
  volume: number({ min: 0, max: 10 }).default(1).describe('Volume as a linear gain.'),
  'audio-track': anyOf(integer({ min: 1, max: 100 }), text(35))
    .orNull()
    .describe(
      'Audio track to play: its number, starting at 1, or its language (BCP 47). Default: the default track of the file.',
    ),
  ducking,
};
