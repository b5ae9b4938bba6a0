import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import createModule, { type Decoder } from 'soundswallower';
import {
  CEPSTRA,
  parseModelDefinition,
  parseParameters,
  type ModelDefinition,
} from '../../core/alignment/sphinx-model.js';
import { PronunciationDictionary } from '../../core/alignment/dictionary.js';
import { lifteredCepstra, subtractMean } from '../../core/alignment/cepstra.js';
import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';
import { SenoneScorer } from './senone-scorer.js';

/** Samples from one frame to the next, and samples in the window of a frame. */
const SHIFT = 160;
const WINDOW = 410;
/** Spectra are computed a minute at a time, because the memory of the package only grows. */
const PIECE = 60 * SPEECH_SAMPLE_RATE;
const MAX_PRONUNCIATIONS = 4;

/**
 * The steps of `Decoder.initialize`, which its type leaves out. It takes five times as long, because it also reads the
 * model and the dictionary into memory of its own.
 */
interface FrontEnd extends Decoder {
  init_featparams(): Promise<unknown>;
  init_cleanup(): Promise<void>;
  init_fe(): Promise<unknown>;
}

/** An acoustic model with its dictionary from the package `soundswallower`. */
export class AcousticModel {
  private constructor(
    private readonly frontEnd: Decoder,
    private readonly dictionary: PronunciationDictionary,
    readonly definition: ModelDefinition,
    readonly transitions: Float32Array,
    readonly scorer: SenoneScorer,
  ) {}

  /** @param folder `en-us` or `fr-fr` */
  static async load(folder: string): Promise<AcousticModel> {
    const packageDir = dirname(createRequire(import.meta.url).resolve('soundswallower'));
    const modelDir = join(packageDir, 'model', folder);
    const module = await createModule({ modelBase: join(packageDir, 'model') } as object);
    const frontEnd = new module.Decoder({
      loglevel: 'FATAL',
      samprate: SPEECH_SAMPLE_RATE,
      hmm: modelDir,
    }) as FrontEnd;
    await frontEnd.init_featparams();
    await frontEnd.init_cleanup();
    await frontEnd.init_fe();
    // What is needed for spectra.
    frontEnd.initialized = true;
    const read = (name: string) => readFile(join(modelDir, name));
    const definition = parseModelDefinition(await read('mdef'));
    const parameters = parseParameters({
      means: await read('means'),
      variances: await read('variances'),
      weights: await read('sendump'),
      transitions: await read('transition_matrices'),
    });
    const scorer = await SenoneScorer.create(definition, parameters);
    const words = Buffer.concat([await read('dict.txt'), await read('noisedict.txt')]);
    const dictionary = new PronunciationDictionary(words);
    return new AcousticModel(frontEnd, dictionary, definition, parameters.transitions, scorer);
  }

  /** Computes the cepstra of each 10 ms of mono sound at 16 kHz, with their mean subtracted. */
  computeCepstra(samples: Float32Array): Float32Array {
    const pieces: Float32Array[] = [];
    for (let at = 0; at + WINDOW <= samples.length; at += PIECE) {
      // The window of the last frame reaches beyond the piece, so that no frame is missing.
      const piece = samples.slice(at, at + PIECE + WINDOW - SHIFT);
      const { data, nfeat } = this.frontEnd.spectrogram(piece);
      pieces.push(lifteredCepstra(data, nfeat).subarray(0, (PIECE / SHIFT) * CEPSTRA));
    }
    const all = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0));
    pieces.reduce((at, piece) => {
      all.set(piece, at);
      return at + piece.length;
    }, 0);
    return subtractMean(all);
  }

  /** Returns the pronunciations of a word as names of phones, or null for a word not in the dictionary. */
  lookUp(word: string): string[] | null {
    const first = this.dictionary.lookUp(word);
    if (!first) return null;
    const others = Array.from({ length: MAX_PRONUNCIATIONS - 1 }, (_, index) =>
      this.dictionary.lookUp(`${word}(${index + 2})`),
    );
    return [first, ...others.filter((other) => other !== null)];
  }

  /** @param names names of phones, separated by spaces */
  phonesOf(names: string): number[] {
    return names.split(' ').map((name) => {
      const phone = this.definition.phones.indexOf(name);
      if (phone < 0) throw new Error(`The acoustic model has no phone "${name}".`);
      return phone;
    });
  }
}
