/** What a worker can do, and what makes its renders. */
export interface WorkerAbilities {
  readonly ffmpeg: {
    readonly version: string;
    readonly source: string;
    /** Differs between builds and machines that would encode differently. */
    readonly fingerprint: string;
  };
  /** The encoder of moving segments. */
  readonly encoder: string;
  readonly recognition: { readonly engine: string; readonly model: string } | null;
  /** The voice engines. Missing in what earlier versions announce. */
  readonly voices?: readonly {
    readonly name: string;
    readonly kind: string;
    readonly model: string | null;
  }[];
  readonly fonts: {
    readonly families: number;
    /** Differs when a text may look different. */
    readonly fingerprint: string;
  };
  readonly cores: number;
  readonly memoryBytes: number;
}

/** A worker, as it announces itself. */
export interface WorkerDescription {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  /** The version of VideoCraft. */
  readonly version: string;
  readonly abilities: WorkerAbilities;
  /** The names of the {@link Need}s that it fulfills. */
  readonly can: readonly string[];
}
