import { realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, parse, relative, resolve, sep } from 'node:path';
import { InputError } from '../input-error.js';

/** The folder that an agent may read and write. */
export class RootFolder {
  private constructor(
    /** Without symbolic links. */
    readonly path: string,
    private readonly dataDir: string | null = null,
  ) {}

  /**
   * @param path absolute, or relative to the working folder
   * @throws InputError if the folder does not exist, or is too much to give away
   */
  static async open(path: string): Promise<RootFolder> {
    const real = await realpath(resolve(path)).catch(() => null);
    if (real === null || !(await stat(real)).isDirectory()) {
      throw new InputError(`The root folder ${path} does not exist. Create it, or change --root.`);
    }
    if (real === parse(real).root || real === (await realpath(homedir()).catch(() => null))) {
      throw new InputError(
        `The root folder would be ${real}, which contains more than an agent needs. Set --root to a folder for ` +
          'videos.',
      );
    }
    return new RootFolder(real);
  }

  /** The same folder without the data folder in it, which contains secrets. */
  without(dataDir: string): RootFolder {
    return new RootFolder(this.path, resolve(dataDir));
  }

  /** Why an agent must not read a file, as a sentence, or null. @param file relative to the root folder */
  async readProblem(file: string): Promise<string | null> {
    const path = resolve(this.path, file);
    const real = await realpath(path).catch(() => null);
    if (real === null) {
      // The same answer for what is outside, so that nothing is learned about it.
      return this.problemOf(path) ?? `The file ${JSON.stringify(file)} does not exist.`;
    }
    return this.problemOf(path) ?? this.problemOf(real);
  }

  /** Why an agent must not write a file, as a sentence, or null. Folders of it may be missing. */
  async writeProblem(file: string): Promise<string | null> {
    const path = resolve(this.path, file);
    const own = this.problemOf(path);
    if (own !== null) return own;
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const real = await realpath(folder).catch(() => null);
      if (real !== null) return real === this.path ? null : this.problemOf(real);
    }
  }

  /** A path as an agent sees it: relative to the root folder. */
  shown(path: string): string {
    return relative(this.path, path);
  }

  private problemOf(path: string): string | null {
    const inside = relative(this.path, path);
    if (inside === '' || inside.startsWith(`..${sep}`) || inside === '..' || isAbsolute(inside)) {
      return `The file is outside the root folder ${this.path}. Use a path inside it.`;
    }
    const { dataDir } = this;
    const isData = dataDir !== null && (path === dataDir || path.startsWith(dataDir + sep));
    // The data folder of a service has such a folder, too, wherever it is.
    const isHidden = inside.split(sep).some((part) => part.startsWith('.') || part === 'secrets');
    if (!isData && !isHidden) return null;
    return 'The file is hidden, or belongs to the data folder of VideoCraft or a folder of secrets. Use another file.';
  }
}
