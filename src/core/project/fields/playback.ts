import { flag, number } from '../../fields/scalars.js';
import { seconds } from './values.js';

/** How a source with a length of its own is played. */
export const playbackFields = {
  seek: seconds().about('Seconds into the source at which it begins.'),
  loop: flag().or(false).about('Begins again at its end.'),
  volume: number({ min: 0, max: 10 }).or(1).about('Linear gain.'),
};
