import { readdir } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { InputError } from '../input-error.js';
import type { ShortPicture } from './compose-short.js';

const PICTURES = /^\.(jpe?g|png|webp|gif|heic|heif|avif|bmp|tiff?)$/i;
const VIDEOS = /^\.(mp4|m4v|mov|webm|mkv|avi)$/i;

/**
 * Finds the pictures and videos of a folder, in the order of their names: `2.jpg` comes before `10.jpg`.
 *
 * @throws InputError if there are none
 */
export async function findPictures(folder: string): Promise<ShortPicture[]> {
  const path = resolve(folder);
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'it does not exist' : error.message;
    throw new InputError(`Cannot read the folder ${folder}: ${why}.`);
  });
  const found = names
    .filter((name) => !name.startsWith('.'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .flatMap((name) => {
      const isVideo = VIDEOS.test(extname(name));
      return isVideo || PICTURES.test(extname(name)) ? [{ path: join(path, name), isVideo }] : [];
    });
  if (found.length > 0) return found;
  throw new InputError(`The folder ${folder} has no picture and no video.`);
}
