import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FrameRate } from '../../core/project/types/index.js';
import { pictureFilters } from '../../core/render/filters/picture-filters.js';
import { layerAtRest, type MotionStream } from '../../core/render/segment/motion-stream.js';
import type { Layer } from '../../core/render/segment/types.js';
import type { ViewPicture } from '../../core/render/segment/views.js';
import type { FfmpegInput } from '../ffmpeg/build-args.js';
import type { FfmpegService } from '../ffmpeg/ffmpeg.service.js';
import { pathExists } from '../files/path-exists.js';
import { writeAtomically } from '../files/write-atomically.js';
import { pictureInputOptions, writeLookupTables } from '../media/formats/source-inputs.js';
import type { StoredSource } from '../media/formats/stored-source.js';
import { layerRun } from './layer-run.js';

const PICTURE_TIMEOUT_MS = 5 * 60_000;

/** What makes a picture. */
interface PictureRun {
  readonly inputs: readonly FfmpegInput[];
  /** Its output is `[v]`. */
  readonly filtergraph: string;
}

/**
 * The pictures of views and of layers that move, as raw planes. Each is decoded, scaled, and converted once, however many
 * segments show it.
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
    return this.once(picture, async (path) => {
      const { contentHash, region, alpha } = picture;
      const filters = pictureFilters(picture, region, alpha ? 'yuva420p' : 'yuv420p');
      const source = this.sourceOf(contentHash);
      await writeLookupTables([picture.traits], this.folder);
      const options = pictureInputOptions(source, picture.traits);
      const inputs = [{ path: source.path, options }];
      await this.write(path, { inputs, filtergraph: `[0:v]${filters.join(',')}[v]` });
    });
  }

  /** The picture of a layer that moves, without its movement. @returns the path of the planes */
  ofLayer(layer: Layer, stream: MotionStream, fps: FrameRate): Promise<string> {
    const rest = layerAtRest(layer, 1);
    return this.once({ ...rest, fps, format: stream.picture }, async (path) => {
      await writeLookupTables([layer.traits], this.folder);
      const folder = await mkdtemp(join(this.folder, 'layer-'));
      try {
        const files = { folder, name: 'picture', sourceOf: this.sourceOf, fps };
        await this.write(path, await layerRun(layer, stream, files));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  }

  /** Makes a picture unless it is there, or is being made. */
  private once(picture: object, make: (path: string) => Promise<void>): Promise<string> {
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
