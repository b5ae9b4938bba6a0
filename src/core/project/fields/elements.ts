import { variants } from '../../fields/composites.js';
import { component, group, html, image, shape, text, video, waveform } from './drawn-elements.js';
import { audio, voice } from './sounds.js';
import { subtitles } from './subtitles.js';

/** An element of a scene or of the video, or null when its type is unknown. */
export const element = variants({
  audio,
  voice,
  image,
  html,
  video,
  shape,
  text,
  waveform,
  group,
  component,
  subtitles,
});
