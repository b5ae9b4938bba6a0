/** Colors for layers without one. editly takes any at random. */
export const COLORS = [
  ...['#264653', '#2A9D8F', '#E76F51', '#6D597A', '#BC4749', '#386641', '#1D3557', '#9C6644'],
];

/** Two colors for gradients without them. */
export const COLOR_PAIRS: readonly (readonly [string, string])[] = [
  ['#36096D', '#37D5D6'],
  ['#0C7BB3', '#F2BAE8'],
  ['#90214A', '#F0A35E'],
  ['#0B6E4F', '#A8D672'],
  ['#2B2D42', '#8D99AE'],
  ['#A71D31', '#3F0D12'],
];

/** Transitions for `random`. Every ffmpeg since 4.3 has them. */
export const ANY_TRANSITION = [
  ...['fade', 'slideleft', 'circleopen', 'wiperight', 'dissolve', 'smoothup', 'pixelize'],
  ...['slideup', 'radial', 'horzopen', 'wipedown', 'smoothleft', 'circlecrop', 'vertopen'],
] as const;

/** Backgrounds for titles without one. */
export const BACKGROUNDS = ['radial-gradient', 'linear-gradient', 'fill-color'] as const;
