import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import createModule, { type Decoder } from 'soundswallower';
import {
  parseModelDefinition,
  parseParameters,
  type ModelDefinition,
} from '../../core/alignment/acoustic-model.js';
import { speechFeatures } from '../../core/alignment/cepstra.js';
import { SPEECH_RATE } from '../../core/timing/voice-activity.js';
import { SenoneScorer } from './senone-scorer.js';

/** Features are made piece by piece, as the package's memory only grows. */
const PIECE_SECONDS = 60;
const MOST_PRONUNCIATIONS = 4;

/** An acoustic model with its dictionary, as the package `soundswallower` carries them. */
export class SpeechModel {
  private constructor(
    private readonly decoder: Decoder,
    readonly definition: ModelDefinition,
    readonly transitions: Float32Array,
    readonly scorer: SenoneScorer,
  ) {}

  /** @param folder `en-us` or `fr-fr` */
  static async load(folder: string): Promise<SpeechModel> {
    const packageDir = dirname(createRequire(import.meta.url).resolve('soundswallower'));
    const modelDir = join(packageDir, 'model', folder);
    const module = await createModule({ modelBase: join(packageDir, 'model') } as object);
    const decoder = new module.Decoder({
      ...{ loglevel: 'FATAL', samprate: SPEECH_RATE, hmm: modelDir },
    });
    await decoder.initialize();
    const read = (name: string) => readFile(join(modelDir, name));
    const definition = parseModelDefinition(await read('mdef'));
    const parameters = parseParameters({
      means: await read('means'),
      variances: await read('variances'),
      weights: await read('sendump'),
      transitions: await read('transition_matrices'),
    });
    const scorer = await SenoneScorer.create(definition, parameters);
    return new SpeechModel(decoder, definition, parameters.transitions, scorer);
  }

  /** Features of each 10 ms of mono sound at 16 kHz. */
  featuresOf(samples: Float32Array): Float32Array {
    const piece = PIECE_SECONDS * SPEECH_RATE;
    const spectra: Float32Array[] = [];
    let bands = 0;
    for (let at = 0; at < samples.length; at += piece) {
      const { data, nfeat } = this.decoder.spectrogram(samples.slice(at, at + piece));
      bands = nfeat;
      spectra.push(Float32Array.from(data));
    }
    const all = new Float32Array(spectra.reduce((sum, { length }) => sum + length, 0));
    spectra.reduce((at, spectrum) => {
      all.set(spectrum, at);
      return at + spectrum.length;
    }, 0);
    return speechFeatures(all, bands);
  }

  /** Pronunciations of a word in the dictionary, as names of phones; null where it has none. */
  lookUp(word: string): string[] | null {
    const first = this.decoder.lookup_word(word);
    if (!first) return null;
    const others = Array.from({ length: MOST_PRONUNCIATIONS - 1 }, (_, index) =>
      this.decoder.lookup_word(`${word}(${index + 2})`),
    );
    return [first, ...others.filter(Boolean)];
  }

  /** @param names of phones, parted by blanks */
  phonesOf(names: string): number[] {
    return names.split(' ').map((name) => {
      const phone = this.definition.phones.indexOf(name);
      if (phone < 0) throw new Error(`The acoustic model has no phone "${name}".`);
      return phone;
    });
  }
}
