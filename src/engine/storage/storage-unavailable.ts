const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/** The store of videos does not respond, or refuses what it is asked for. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
  /** The code of a full disk, which `isStorageFull` knows. */
  readonly code: string | undefined;

  constructor(
    message: string,
    /** True if the same request may succeed later: another attempt is worth its time. */
    readonly passes: boolean,
    cause: unknown,
  ) {
    super(message, { cause });
    const { code = '' } = (cause ?? {}) as NodeJS.ErrnoException;
    this.code = FULL.has(code) ? code : undefined;
  }
}
