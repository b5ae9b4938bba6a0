import type { IconName } from '../ui/icon.js';
import type { FileKind } from './kinds.js';

/** The picture of each kind of file. */
export const FILE_ICONS: Readonly<Record<FileKind | 'none', IconName>> = {
  image: 'image',
  video: 'video',
  audio: 'music',
  font: 'font',
  captions: 'captions',
  none: 'file',
};
