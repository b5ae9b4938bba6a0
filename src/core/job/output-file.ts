/** The kinds of files that a render creates. */
export const OUTPUT_KINDS = ['video', 'audio', 'poster', 'preview', 'subtitles'] as const;
export type OutputKind = (typeof OUTPUT_KINDS)[number];

/** A file of a finished video. */
export interface OutputFile {
  /** Without a folder, and unique among the files of the video, e.g. `video.mp4`. */
  readonly name: string;
  readonly kind: OutputKind;
  readonly contentType: string;
  readonly sizeBytes: number;
  /** Hash of the content in hexadecimal. */
  readonly sha256: string;
}

export const SUBTITLE_FORMATS = ['srt', 'vtt', 'ass', 'json'] as const;

/** The name of the caption file in a format. */
export function subtitlesFile(format: string): string {
  return `subtitles.${format}`;
}

/** The name of a still. @param index counts from 0 */
export function stillFile(index: number): string {
  return `still-${index + 1}.jpg`;
}

/** The name of the video itself, which is always the first file. */
export const MAIN_FILE = 'video.mp4';
