/** What a key may still have spoken. */
export interface VoiceAllowance {
  /**
   * Counts characters before they are spoken.
   *
   * @throws JobFailure VOICE_UNAVAILABLE if there are more than the key may have
   */
  take(characters: number): Promise<void>;
  /** Takes back what was counted, and not spoken. */
  giveBack(characters: number): Promise<void>;
}
