import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pictureFilters } from '../../core/render/filters/picture-filters.js';
import type { ViewPicture } from '../../core/render/segment/views.js';
import type { FfmpegService } from '../ffmpeg/ffmpeg.service.js';
import { pathExists } from '../files/path-exists.js';
import { writeAtomically } from '../files/write-atomically.js';
import { pictureInputOptions, writeLookupTables } from '../media/formats/source-inputs.js';
import type { StoredSource } from '../media/formats/stored-source.js';

const PICTURE_TIMEOUT_MS = 5 * 60_000;

/**
 * The pictures of views as raw planes. Each is decoded, scaled, and converted once, however many segments show it.
 */
export class ViewPictures {
  private readonly paths = new Map<string, Promise<string>>();

  /** @param folder for the pictures, which others may use too; it is created for the first picture */
  constructor(
    private readonly folder: string,
    private readonly sourceOf: (contentHash: string) => StoredSource,
    private readonly ffmpeg: FfmpegService,
    private readonly signal: AbortSignal,
  ) {}

  /** @returns the path of the planes */
  get(picture: ViewPicture): Promise<string> {
    const key = createHash('sha256').update(JSON.stringify(picture)).digest('hex');
    let path = this.paths.get(key);
    if (path === undefined) {
      path = this.make(picture, key);
      this.paths.set(key, path);
    }
    return path;
  }

  private async make(picture: ViewPicture, key: string): Promise<string> {
    const path = join(this.folder, `${key}.planes`);
    // Previews of other versions of a video share the folder.
    if (await pathExists(path)) return path;
    const { contentHash, region, alpha } = picture;
    const filters = pictureFilters(picture, region, alpha ? 'yuva420p' : 'yuv420p');
    const source = this.sourceOf(contentHash);
    await mkdir(this.folder, { recursive: true });
    await writeLookupTables([picture.traits], this.folder);
    await writeAtomically(path, (part) =>
      this.ffmpeg.run({
        inputs: [{ path: source.path, options: pictureInputOptions(source, picture.traits) }],
        filtergraph: `[0:v]${filters.join(',')}[v]`,
        outputOptions: ['-map', '[v]', '-frames:v', '1', '-f', 'rawvideo'],
        output: basename(part),
        cwd: this.folder,
        signal: this.signal,
        timeoutMs: PICTURE_TIMEOUT_MS,
      }),
    );
    return path;
  }
}
