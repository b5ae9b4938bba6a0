/** The part of a cache that all machines share. It never fails: what goes wrong counts as missing. */
export interface SharedTier {
  /**
   * Copies an entry to a new file, if it is there and whole.
   *
   * @param key within the scope of the current work
   */
  fetch(key: string, target: string): Promise<boolean>;

  /** Another machine has just offered an entry. It is looked for even if it was missing a moment ago. */
  expect(key: string): void;

  /** Copies a file in the background. It must not change, but may disappear. */
  offer(key: string, file: string): void;
}
