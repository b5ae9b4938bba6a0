/** The elements that the menu of the outline adds. Groups and components begin with more than one field. */
export const ELEMENT_TYPES = [
  'text',
  'image',
  'video',
  'shape',
  'html',
  'audio',
  'voice',
  'waveform',
  'subtitles',
] as const;
