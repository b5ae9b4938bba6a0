import { inflateRawSync } from 'node:zlib';
import {
  type LottieAnimation,
  LottieError,
  type LottieFile,
  LottieTooLarge,
  MOST_LOTTIE_FILES,
  prepareLottie,
} from '../../../core/media/lottie.js';
import { ZipError, type ZipFile, zipFiles } from '../../../core/media/zip-files.js';
import { isJsonObject, type JsonObject } from '../../../core/util/json-object.js';

/** All files of an archive that are read, together. */
const MOST_BYTES = 64 << 20;
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/**
 * Reads a Lottie animation: its JSON, or a dotLottie archive (`.lottie`, versions 1 and 2), of which the first animation counts.
 *
 * @throws LottieError, or LottieTooLarge
 */
export function readLottie(file: Uint8Array): LottieAnimation {
  if (file[0] !== 0x50 || file[1] !== 0x4b) return prepareLottie(jsonOf(file), () => null);
  const archive = new Archive(file);
  const manifest = archive.json('manifest.json');
  const animations = Array.isArray(manifest['animations'])
    ? manifest['animations'].filter(isJsonObject)
    : [];
  const { initial } = manifest;
  const first = isJsonObject(initial) ? initial['animation'] : manifest['activeAnimationId'];
  const id = typeof first === 'string' && first !== '' ? first : animations[0]?.['id'];
  if (typeof id !== 'string') throw new LottieError('its manifest names no animation');
  const path = [`a/${id}.json`, `animations/${id}.json`].find((name) => archive.has(name));
  if (path === undefined)
    throw new LottieError(`it lacks the animation ${JSON.stringify(id.slice(0, 60))}`);
  const prepared = prepareLottie(archive.json(path), archive.fileOf);
  const themed = animations.find((one) => one['id'] === id)?.['initialTheme'];
  return {
    ...prepared,
    warnings: [
      ...prepared.warnings,
      ...(animations.length > 1
        ? [`The file has ${animations.length} Lottie animations, of which one is shown.`]
        : []),
      ...(themed === undefined ? [] : ['The theme of the Lottie animation is not applied.']),
    ],
  };
}

/** The files of a dotLottie archive. */
class Archive {
  private readonly files: ReadonlyMap<string, ZipFile>;
  private left = MOST_BYTES;

  constructor(file: Uint8Array) {
    try {
      this.files = new Map(zipFiles(file, MOST_LOTTIE_FILES).map((one) => [one.name, one]));
    } catch (error) {
      throw error instanceof ZipError ? new LottieError(error.message) : error;
    }
  }

  has(name: string): boolean {
    return this.files.has(name);
  }

  /** @throws LottieError if it is missing or is no JSON object */
  json(name: string): JsonObject {
    const bytes = this.bytes(name);
    if (bytes === null) throw new LottieError(`it lacks the file ${name}`);
    const value = jsonOf(bytes);
    if (isJsonObject(value)) return value;
    throw new LottieError(`its file ${name} is not an object`);
  }

  /** Pictures are in `i` or, before version 2, in `images`. */
  readonly fileOf: LottieFile = (folder, name) => {
    const own = `${folder.replace(/^\/+/, '')}${name}`;
    const path = [own, `i/${name}`, `images/${name}`].find((one) => this.has(one));
    const type = TYPES[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
    const bytes = path === undefined || type === undefined ? null : this.bytes(path);
    return bytes && `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
  };

  private bytes(name: string): Uint8Array | null {
    const file = this.files.get(name);
    if (file === undefined) return null;
    const bytes = file.isDeflated ? this.inflated(file) : file.data;
    this.left -= bytes.length;
    if (this.left >= 0) return bytes;
    throw new LottieTooLarge(`its files have more than ${MOST_BYTES >> 20} MiB`);
  }

  private inflated({ data, name }: ZipFile): Uint8Array {
    try {
      return inflateRawSync(data, { maxOutputLength: Math.max(1, this.left) });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        throw new LottieTooLarge(`its files have more than ${MOST_BYTES >> 20} MiB`);
      throw new LottieError(`its file ${JSON.stringify(name.slice(0, 60))} is damaged`);
    }
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new LottieError(`its JSON is damaged: ${(error as Error).message}`);
  }
}
