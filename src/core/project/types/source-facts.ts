/** What is known of a source once it is fetched, for configs that depend on it. */
export interface SourceFacts {
  /** Size of its picture as it is shown, in pixels; null for sounds. */
  readonly width: number | null;
  readonly height: number | null;
  /** Pictures per second; null for pictures that do not move, and sounds. */
  readonly frameRate: number | null;
  /** The length of its pictures, or else of its sound. Null for pictures that do not move. */
  readonly seconds: number | null;
  readonly hasSound: boolean;
}

/** The facts of sources, by their addresses. */
export type FactsOfSources = ReadonlyMap<string, SourceFacts>;
