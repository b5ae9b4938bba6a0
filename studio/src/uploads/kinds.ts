import type { Asset } from '../api/index.js';

/** What a file is in a video. */
export type FileKind = 'image' | 'video' | 'audio' | 'font' | 'captions';

export const FILE_KINDS: readonly FileKind[] = ['image', 'video', 'audio', 'font', 'captions'];

const EXTENSIONS: Readonly<Record<FileKind, string>> = {
  image: 'jpg jpeg png webp gif bmp tif tiff heic heif avif',
  video: 'mp4 mov m4v webm mkv avi mpg mpeg ts m2ts wmv flv 3gp ogv lottie',
  audio: 'mp3 wav flac ogg oga opus aac m4a aif aiff caf wma ac3 amr',
  font: 'ttf otf ttc woff woff2',
  captions: 'srt vtt ass ssa sbv lrc ttml dfxp xml txt json',
};

const BY_EXTENSION = new Map(
  FILE_KINDS.flatMap((kind) => EXTENSIONS[kind].split(' ').map((end) => [end, kind] as const)),
);

/** What file dialogs offer. */
export const ACCEPTED = [
  'image/*,video/*,audio/*',
  ...FILE_KINDS.flatMap((kind) => EXTENSIONS[kind].split(' ').map((end) => `.${end}`)),
].join(',');

/** What an uploaded file is: the service has looked at its content. */
export function kindOfAsset({ content_type: type, name }: Asset): FileKind | null {
  return kindOfType(type) ?? kindOfName(name);
}

/** What a file of the computer seems to be. */
export function kindOfFile({ type, name }: Pick<File, 'type' | 'name'>): FileKind | null {
  // Browsers know few media types of captions and fonts.
  return kindOfName(name) ?? kindOfType(type);
}

function kindOfType(type: string): FileKind | null {
  const [main = '', sub = ''] = type.toLowerCase().split(';')[0]!.split('/');
  if (main === 'image' || main === 'video' || main === 'audio' || main === 'font') return main;
  if (main === 'text' || ['json', 'xml', 'x-subrip'].includes(sub)) return 'captions';
  if (sub === 'ogg') return 'audio';
  return sub.includes('font') ? 'font' : null;
}

function kindOfName(name: string): FileKind | null {
  const end = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return BY_EXTENSION.get(end) ?? null;
}
