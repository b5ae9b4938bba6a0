/** What became of a segment that another worker rendered. */
export interface SegmentOutcome {
  /** The encoder that failed and was replaced by x264, or null. */
  readonly failedEncoder: string | null;
  readonly hasDecodeErrors: boolean;
}

/** A chunk that a worker has rendered. */
export interface ChunkResult {
  /** The ID of the worker. */
  readonly worker: string;
  /** In the order of the chunk. */
  readonly segments: readonly SegmentOutcome[];
}

/** `lost`: no worker has the chunk, and none gets it again. */
export type ChunkState =
  | { readonly kind: 'waiting' | 'taken' | 'lost' }
  | { readonly kind: 'done'; readonly result: ChunkResult };
