/**
 * `fade` is the plain cross-fade. The others are the styles of ffmpeg's `xfade` filter, grouped by the
 * version that added them.
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

/** Aliases with a hyphen, such as `wipe-left`, for styles that end in a direction. */
function directionAliases<const F extends 'wipe' | 'slide' | 'smooth' | 'cover' | 'reveal'>(
  family: F,
) {
  const directions = ['left', 'right', 'up', 'down'] as const;
  return directions.map(
    (direction) => [`${family}-${direction}`, `${family}${direction}`] as const,
  );
}

/** Other accepted names. */
export const TRANSITION_ALIASES: Readonly<Record<string, TransitionStyle>> = {
  crossfade: 'fade',
  'cross-fade': 'fade',
  'fade-black': 'fadeblack',
  'fade-white': 'fadewhite',
  'circle-open': 'circleopen',
  'circle-close': 'circleclose',
  'zoom-in': 'zoomin',
  ...Object.fromEntries([
    ...directionAliases('wipe'),
    ...directionAliases('slide'),
    ...directionAliases('smooth'),
    ...directionAliases('cover'),
    ...directionAliases('reveal'),
  ]),
};
