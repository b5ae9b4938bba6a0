/** Width and height in pixels. Both are even, as H.264 in 4:2:0 requires. */
export const RESOLUTIONS = {
  sd: [854, 480],
  hd: [1280, 720],
  'full-hd': [1920, 1080],
  '4k': [3840, 2160],
  squared: [1080, 1080],
  'instagram-story': [1080, 1920],
  'instagram-reel': [1080, 1920],
  'instagram-feed': [1080, 1080],
  'instagram-portrait': [1080, 1350],
  tiktok: [1080, 1920],
  'youtube-shorts': [1080, 1920],
  youtube: [1920, 1080],
  'twitter-landscape': [1280, 720],
  'twitter-portrait': [1080, 1350],
  'twitter-square': [1080, 1080],
  'facebook-feed': [1080, 1350],
  'facebook-story': [1080, 1920],
  'linkedin-landscape': [1920, 1080],
  'linkedin-square': [1080, 1080],
  custom: [1920, 1080],
} as const;
export type Resolution = keyof typeof RESOLUTIONS;

/** Names that other services and applications use. */
export const RESOLUTION_ALIASES: Readonly<Record<string, Resolution>> = {
  uhd: '4k',
  square: 'squared',
  'instagram-post': 'instagram-feed',
  'youtube-short': 'youtube-shorts',
  'youtube-video': 'youtube',
};
