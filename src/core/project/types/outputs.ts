export const POSTER_FORMATS = ['jpg', 'png', 'webp'] as const;
export type PosterFormat = (typeof POSTER_FORMATS)[number];
export const PREVIEW_FORMATS = ['gif', 'webm'] as const;
export type PreviewFormat = (typeof PREVIEW_FORMATS)[number];
export const AUDIO_FORMATS = ['m4a', 'mp3', 'wav'] as const;
export type AudioFormat = (typeof AUDIO_FORMATS)[number];

export interface Output {
  readonly pointer: string;
  /** File name without the extension. */
  readonly name: string;
}

/** A single frame as a picture. */
export interface PosterOutput extends Output {
  readonly type: 'poster';
  readonly format: PosterFormat;
  readonly timeMs: number;
  /** Pixels. Null: the width of the video. */
  readonly width: number | null;
}

/** A short, small part of the video without sound. */
export interface PreviewOutput extends Output {
  readonly type: 'preview';
  readonly format: PreviewFormat;
  readonly startMs: number;
  readonly durationMs: number;
  readonly width: number;
  readonly fps: number;
}

export interface AudioOutput extends Output {
  readonly type: 'audio';
  readonly format: AudioFormat;
}

/** A file that is derived from the finished video. */
export type FileOutput = PosterOutput | PreviewOutput | AudioOutput;
