import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pictureFilters } from '../../core/render/filters/picture-filters.js';
import type { ViewPicture } from '../../core/render/segment/views.js';
import type { FfmpegInput } from '../ffmpeg/build-args.js';
import type { FfmpegService } from '../ffmpeg/ffmpeg.service.js';
import { pathExists } from '../files/path-exists.js';
import { writeAtomically } from '../files/write-atomically.js';
import { linkLuts } from '../media/formats/link-luts.js';
import { pictureInputOptions, writeLookupTables } from '../media/formats/source-inputs.js';
import type { StoredSource } from '../media/formats/stored-source.js';
import { RasterFiles } from './raster-files.js';

const PICTURE_TIMEOUT_MS = 5 * 60_000;

/** What makes a picture. */
interface PictureRun {
  readonly inputs: readonly FfmpegInput[];
  /** Its output is `[v]`. */
  readonly filtergraph: string;
}

/**
 * The pictures of views and of layers that move, as raw planes. Each is made once, however many segments show it.
 */
export class ViewPictures {
  private readonly paths = new Map<string, Promise<string>>();
  /** Pictures that are drawn, for all segments. */
  readonly rasters: RasterFiles;

  /** @param folder for the pictures, which others may use too; it is created for the first picture */
  constructor(
    private readonly folder: string,
    private readonly sourceOf: (contentHash: string) => StoredSource,
    private readonly ffmpeg: FfmpegService,
    private readonly signal: AbortSignal,
  ) {
    this.rasters = new RasterFiles(folder);
  }

  /** @returns the path of the planes */
  get(picture: ViewPicture): Promise<string> {
    return this.keep(picture, async (path) => {
      const { contentHash, region, alpha } = picture;
      const filters = pictureFilters(picture, region, alpha ? 'yuva420p' : 'yuv420p');
      const source = this.sourceOf(contentHash);
      await writeLookupTables([picture.traits], this.folder);
      await linkLuts([picture.look], this.sourceOf, this.folder);
      const options = pictureInputOptions(source, picture.traits);
      const inputs = [{ path: source.path, options }];
      await this.write(path, { inputs, filtergraph: `[0:v]${filters.join(',')}[v]` });
    });
  }

  /**
   * The planes of a picture that something else makes, unless they are there, or are being made.
   *
   * @param picture everything that it depends on
   * @param draw writes the planes into the file, and may use the folder
   * @returns the path of the planes
   */
  once(picture: object, draw: (folder: string, path: string) => Promise<void>): Promise<string> {
    return this.keep(picture, (path) =>
      writeAtomically(path, async (part) => {
        const folder = await mkdtemp(join(this.folder, 'picture-'));
        try {
          await draw(folder, part);
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      }),
    );
  }

  private keep(picture: object, make: (path: string) => Promise<void>): Promise<string> {
    const key = createHash('sha256').update(JSON.stringify(picture)).digest('hex');
    const known = this.paths.get(key);
    if (known !== undefined) return known;
    const path = join(this.folder, `${key}.planes`);
    const made = (async () => {
      // Previews of other versions of a video share the folder.
      if (await pathExists(path)) return path;
      await mkdir(this.folder, { recursive: true });
      await make(path);
      return path;
    })();
    this.paths.set(key, made);
    return made;
  }

  private async write(path: string, run: PictureRun): Promise<void> {
    await writeAtomically(path, (part) =>
      this.ffmpeg.run({
        ...run,
        outputOptions: ['-map', '[v]', '-frames:v', '1', '-f', 'rawvideo'],
        output: basename(part),
        cwd: this.folder,
        signal: this.signal,
        timeoutMs: PICTURE_TIMEOUT_MS,
      }),
    );
  }
}
