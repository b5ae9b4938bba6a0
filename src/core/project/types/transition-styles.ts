/**
 * `fade` is the plain cross-fade; the others carry the names of ffmpeg's `xfade`, by the version in
 * which they came.
 */
export const TRANSITION_STYLES = [
  'fade',
  // 4.3
  'fadeblack',
  'fadewhite',
  'dissolve',
  'distance',
  'pixelize',
  'radial',
  'wipeleft',
  'wiperight',
  'wipeup',
  'wipedown',
  'slideleft',
  'slideright',
  'slideup',
  'slidedown',
  'smoothleft',
  'smoothright',
  'smoothup',
  'smoothdown',
  'circleopen',
  'circleclose',
  'circlecrop',
  'rectcrop',
  'vertopen',
  'vertclose',
  'horzopen',
  'horzclose',
  'diagtl',
  'diagtr',
  'diagbl',
  'diagbr',
  'hlslice',
  'hrslice',
  'vuslice',
  'vdslice',
  // 4.4 and 5.0
  'fadegrays',
  'hblur',
  'wipetl',
  'wipetr',
  'wipebl',
  'wipebr',
  'squeezeh',
  'squeezev',
  'zoomin',
  'fadefast',
  'fadeslow',
  // 6.1
  'hlwind',
  'hrwind',
  'vuwind',
  'vdwind',
  'coverleft',
  'coverright',
  'coverup',
  'coverdown',
  'revealleft',
  'revealright',
  'revealup',
  'revealdown',
] as const;
export type TransitionStyle = (typeof TRANSITION_STYLES)[number];

/** `wipe-left` beside `wipeleft`, for the families of which the direction is a word of its own. */
function directed<const F extends 'wipe' | 'slide' | 'smooth' | 'cover' | 'reveal'>(family: F) {
  const directions = ['left', 'right', 'up', 'down'] as const;
  return directions.map(
    (direction) => [`${family}-${direction}`, `${family}${direction}`] as const,
  );
}

/** Other names that are in use for them. */
export const TRANSITION_ALIASES: Readonly<Record<string, TransitionStyle>> = {
  crossfade: 'fade',
  'cross-fade': 'fade',
  'fade-black': 'fadeblack',
  'fade-white': 'fadewhite',
  'circle-open': 'circleopen',
  'circle-close': 'circleclose',
  'zoom-in': 'zoomin',
  ...Object.fromEntries([
    ...directed('wipe'),
    ...directed('slide'),
    ...directed('smooth'),
    ...directed('cover'),
    ...directed('reveal'),
  ]),
};
