import { AUTOMATIC_MODEL } from '../../config/recognition-variables.js';
import type { LocalRecognizer } from './local-recognizer.js';
import type { ModelStore } from '../models/model-store.js';
import type { Recognizer, RecognizerChoice } from './recognizer.js';

/** The parts of an {@link AutomaticRecognizer}. */
export interface AutomaticRecognizerOptions {
  /** Opens the store of the models when one is needed for the first time. */
  readonly openStore: () => Promise<ModelStore>;
  /** The memory that a worker may use, in bytes. */
  readonly memoryBytes: number;
  /** The longest time for one part of speech. */
  readonly timeoutMs: number;
  /** The program of the child processes; by default the built one. */
  readonly program?: URL;
}

/**
 * Chooses a small model on this machine for each language. Its code is loaded when speech is recognized for the
 * first time, because most processes never do it.
 */
export class AutomaticRecognizer implements RecognizerChoice {
  readonly engine = 'local';
  readonly model = AUTOMATIC_MODEL;
  private readonly byModel = new Map<string, LocalRecognizer>();
  private store: Promise<ModelStore> | null = null;

  constructor(private readonly options: AutomaticRecognizerOptions) {}

  async choose(language: string): Promise<Recognizer> {
    const { openStore, memoryBytes, timeoutMs, program } = this.options;
    const [{ chooseModel }, { LocalRecognizer }] = await Promise.all([
      import('./automatic-models.js'),
      import('./local-recognizer.js'),
    ]);
    const store = await (this.store ??= openStore());
    const { name } = chooseModel(language, memoryBytes);
    const made =
      this.byModel.get(name) ??
      new LocalRecognizer(name, { store, timeoutMs, ...(program && { program }) });
    this.byModel.set(name, made);
    return made;
  }

  async close(): Promise<void> {
    await Promise.all([...this.byModel.values()].map((recognizer) => recognizer.close()));
  }
}
