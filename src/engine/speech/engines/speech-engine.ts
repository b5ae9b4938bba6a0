/** The kinds of engines that an operator can name. */
export const ENGINE_KINDS = ['openai', 'elevenlabs', 'azure', 'local'] as const;
export type EngineKind = (typeof ENGINE_KINDS)[number];

/** A sentence to speak. */
export interface SpeechRequest {
  /** Plain text without line breaks. */
  readonly text: string;
  /** The name of the voice in the engine; null for its first one. */
  readonly voice: string | null;
  readonly model: string | null;
  /** BCP 47, or null if nobody knows. */
  readonly language: string | null;
  /** Within {@link SpeechEngine.speeds}. */
  readonly speed: number;
  /** Semitones; 0 for an engine without {@link SpeechEngine.hasPitch}. */
  readonly pitch: number;
}

/** The times of the characters of a text in its sound, as ElevenLabs writes them. */
export interface CharacterTimes {
  readonly characters: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A spoken sentence, in the format that the engine chose. */
export interface SpokenAnswer {
  /** The file, whose content tells its type. */
  readonly bytes: Uint8Array;
  /** In seconds from its start, or null. */
  readonly times: CharacterTimes | null;
}

/** How long an engine works, and what it tells about it. */
export interface SpeakOptions {
  readonly signal: AbortSignal;
  /** Receives the progress of a model that must be fetched first, 0 to 1. */
  readonly onModel?: ((fraction: number) => void) | undefined;
}

/** Speaks sentences. */
export interface SpeechEngine {
  /** The name that the operator gave it. */
  readonly name: string;
  readonly kind: EngineKind;
  /** The model that it uses by itself, and the others that configs may name. `*` stands for all. */
  readonly model: string | null;
  readonly models: readonly string[];
  /** The voice for elements that name none. */
  readonly voice: string | null;
  /** True if previews may use it, because it costs nothing. */
  readonly isFree: boolean;
  /** The speeds at which it can speak with a model; null if it has only one. */
  speeds(model: string | null): { readonly min: number; readonly max: number } | null;
  readonly hasPitch: boolean;
  /** Why this machine cannot use it, as a sentence, or null if it can. */
  readonly problem: string | null;
  /** How many sentences it speaks at the same time. */
  readonly atOnce: number;
  /**
   * Identifies everything that the sound depends on apart from the request.
   *
   * @throws SpeechError if it cannot be used
   */
  revision(): Promise<string>;
  /** @throws SpeechError, or the reason of the signal */
  speak(request: SpeechRequest, options: SpeakOptions): Promise<SpokenAnswer>;
  close(): Promise<void>;
}

/** A voice engine failed. The message is for the author and contains no address or key. */
export class SpeechError extends Error {
  override readonly name = 'SpeechError';
}
