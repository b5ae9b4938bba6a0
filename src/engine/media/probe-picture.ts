import { readFile } from 'node:fs/promises';
import { exifOrientation } from '../../core/media/exif-orientation.js';
import type { SourceProbe } from '../../core/timeline/types.js';
import { firstPicture, soughtAnimation } from './animation.js';
import { describePicture, type PictureStream } from './describe-picture.js';
import { isStill, mayMove } from './formats.js';
import type { Ffmpeg } from '../ffmpeg/ffmpeg.js';
import type { MediaStore, StoredSource } from './media-store.js';
import { pictureLength } from './picture-length.js';

/** What probing works with. */
export interface ProbeEngines {
  readonly ffmpeg: Ffmpeg;
  readonly media: MediaStore;
  readonly maxDurationSeconds: number;
}

/** A source's picture: what is known of it, and the file that it is read from. */
export interface ProbedPicture {
  readonly source: StoredSource;
  readonly probe: Omit<SourceProbe, 'contentHash' | 'audioSamples'>;
}

/**
 * Finds out how a source's picture is to be shown, and how long it really is.
 *
 * @param index of the stream among those of pictures
 * @param start of the source by its own clock, seconds
 */
export async function probePicture(
  source: StoredSource,
  stream: PictureStream,
  { index, start }: { readonly index: number; readonly start: number },
  engines: ProbeEngines,
  signal: AbortSignal,
): Promise<ProbedPicture> {
  const still = isStill(source.demuxer);
  const exif = still ? exifOrientation(await readFile(source.path)) : 1;
  const described = describePicture(stream, index, { still, exif });
  const image = {
    ...described,
    kind: 'image',
    videoDurationUs: null,
    lastPictureUs: null,
  } as const;
  if (still) return { source, probe: image };
  const length = await pictureLength(source, index, start, { ...engines, signal });
  if (!mayMove(source.demuxer)) {
    const { endUs: videoDurationUs, lastUs: lastPictureUs } = length;
    return { source, probe: { ...described, kind: 'video', videoDurationUs, lastPictureUs } };
  }
  if (length.pictures < 2 || length.endUs === 0) {
    return { source: await firstPicture(source, engines, signal), probe: image };
  }
  const moving = await soughtAnimation(source, length, engines, signal);
  return {
    source: moving.source,
    probe: {
      ...{ ...described, kind: 'animation' },
      ...{ videoDurationUs: moving.loopUs, lastPictureUs: null },
    },
  };
}
