/**
 * Which ffmpeg is used: that of the system or else the bundled one, only that of the system, or only the
 * bundled one.
 */
export const FFMPEG_BUILDS = ['auto', 'system', 'bundled'] as const;
export type FfmpegBuildChoice = (typeof FFMPEG_BUILDS)[number];
