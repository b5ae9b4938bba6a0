import { type FileExtent, INTACT_FILE } from '../../../core/media/file-extent.js';
import type { StoredSource } from '../formats/stored-source.js';
import { FileReader } from './file-reader.js';
import { aiffExtent } from './aiff-extent.js';
import { asfExtent } from './asf-extent.js';
import { cafExtent } from './caf-extent.js';
import { flvExtent } from './flv-extent.js';
import { gifExtent } from './gif-extent.js';
import { heifExtent } from './heif-extent.js';
import { jpegExtent } from './jpeg-extent.js';
import { matroskaExtent } from './matroska-extent.js';
import { mp4Extent } from './mp4-extent.js';
import { adtsExtent, mp3Extent } from './mpeg-audio-extent.js';
import { oggExtent } from './ogg-extent.js';
import { pngExtent } from './png-extent.js';
import { riffExtent } from './riff-extent.js';

/** Readers by demuxer, or by type of conversion. Other formats are only checked by decoding. */
export const EXTENT_READERS: Readonly<
  Record<string, (reader: FileReader) => Promise<Partial<FileExtent>>>
> = {
  mov: mp4Extent,
  matroska: matroskaExtent,
  wav: riffExtent,
  webp_pipe: riffExtent,
  avi: riffExtent,
  aiff: aiffExtent,
  caf: cafExtent,
  asf: asfExtent,
  flv: flvExtent,
  ogg: oggExtent,
  mp3: mp3Extent,
  aac: adtsExtent,
  jpeg_pipe: jpegExtent,
  png_pipe: pngExtent,
  apng: pngExtent,
  gif: gifExtent,
  heif: heifExtent,
  'animated-webp': riffExtent,
};

/** Reads the extent of a file from its structure, without decoding it. */
export function readExtent({ path, demuxer, convert }: StoredSource): Promise<FileExtent> {
  return FileReader.over(path, async (reader) => ({
    ...INTACT_FILE,
    bytes: reader.size,
    ...(await EXTENT_READERS[convert ?? demuxer]?.(reader)),
  }));
}
