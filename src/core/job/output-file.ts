/** What a render makes of files. */
export const OUTPUT_KINDS = ['video', 'audio', 'poster', 'preview', 'subtitles'] as const;
export type OutputKind = (typeof OUTPUT_KINDS)[number];

/** A file of a finished video. */
export interface OutputFile {
  /** Plain and unique among the files of the video, e.g. `video.mp4`. */
  readonly name: string;
  readonly kind: OutputKind;
  readonly contentType: string;
  readonly sizeBytes: number;
  /** Of the content, in hex. */
  readonly sha256: string;
}

export const SUBTITLE_FORMATS = ['srt', 'vtt', 'ass', 'json'] as const;

/** The file with the captions in a format. */
export function subtitlesFile(format: string): string {
  return `subtitles.${format}`;
}

/** The video itself, always the first of its files. */
export const MAIN_FILE = 'video.mp4';
