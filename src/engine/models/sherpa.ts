import { createRequire } from 'node:module';

/** The used part of `sherpa-onnx-node`, which has no type declarations. */
export interface Sherpa {
  readonly OfflineRecognizer: {
    createAsync(config: object): Promise<OfflineRecognizer>;
  };
  readonly Vad: new (config: object, bufferSeconds: number) => Vad;
  readonly OfflineTts: {
    createAsync(config: object): Promise<OfflineTts>;
  };
}

export interface OfflineTts {
  readonly numSpeakers: number;
  readonly sampleRate: number;
  generateAsync(request: {
    readonly text: string;
    /** The number of the speaker. */
    readonly sid: number;
    readonly speed: number;
    readonly enableExternalBuffer: boolean;
  }): Promise<{ readonly samples: Float32Array; readonly sampleRate: number }>;
}

export interface OfflineRecognizer {
  createStream(): OfflineStream;
  decodeAsync(stream: OfflineStream): Promise<OfflineResult>;
}

export interface OfflineStream {
  acceptWaveform(wave: { samples: Float32Array; sampleRate: number }): void;
}

/** Times in seconds from the start of the stream. */
export interface OfflineResult {
  readonly text: string;
  /** Empty, `en`, or `<|en|>`. */
  readonly lang?: string;
  readonly tokens?: readonly string[];
  readonly timestamps?: readonly number[];
}

export interface Vad {
  acceptWaveform(samples: Float32Array): void;
  isEmpty(): boolean;
  front(enableExternalBuffer: boolean): { start: number; samples: Float32Array };
  pop(): void;
  flush(): void;
}

/** The optional package that runs models. */
export const SHERPA_PACKAGE = 'sherpa-onnx-node';

/** Whether the package and its binary for this platform are installed. Does not load them. */
export function isSherpaInstalled(): boolean {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  try {
    const own = createRequire(import.meta.url).resolve(SHERPA_PACKAGE);
    createRequire(own).resolve(`sherpa-onnx-${platform}-${process.arch}/sherpa-onnx.node`);
    return true;
  } catch {
    return false;
  }
}

/**
 * Loads the package, which installs only on platforms that it has binaries for.
 *
 * @returns null when it is not installed
 */
export function loadSherpa(): Sherpa | null {
  try {
    return createRequire(import.meta.url)(SHERPA_PACKAGE) as Sherpa;
  } catch {
    return null;
  }
}
