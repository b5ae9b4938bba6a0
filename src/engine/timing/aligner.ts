import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import createModule, { type Decoder } from 'soundswallower';
import { letterToSound } from '../../core/timing/letter-to-sound.js';
import type { ModelLanguage } from '../../core/timing/script-language.js';
import { frenchLetterToSound, spokenFrench } from '../../core/timing/spoken-french.js';
import { spokenWords } from '../../core/timing/spoken-words.js';
import { snapToPauses, tidyWords } from '../../core/timing/tidy-words.js';
import type { TimedWord } from '../../core/timing/types.js';
import { findPauses, SPEECH_RATE } from '../../core/timing/voice-activity.js';
import { alignInWindows, LONGEST_WINDOW_MS } from './align-windows.js';

/** Silence before and after, which the aligner needs to settle. */
const PAD_MS = 200;

/**
 * Beam widths to try in turn. A narrow beam is fast and nearly always enough; where the script and
 * the speech differ it may lose the path, and then a wider one finds it.
 */
const BEAMS: readonly Readonly<Record<string, number>>[] = [
  {},
  { beam: 1e-100, wbeam: 1e-80, pbeam: 1e-100 },
  { beam: 0, wbeam: 0, pbeam: 0 },
];

interface AlignedSpan {
  readonly startMs: number;
  readonly endMs: number;
  readonly confidence: number;
}

interface Voice {
  readonly folder: string;
  readonly spoken: (written: string) => string[];
  readonly letterToSound: (word: string) => string;
}

const VOICES: Readonly<Record<ModelLanguage, Voice>> = {
  en: { folder: 'en-us', spoken: spokenWords, letterToSound },
  fr: { folder: 'fr-fr', spoken: spokenFrench, letterToSound: frenchLetterToSound },
};

export interface AlignRequest {
  /** Mono at 16 kHz, -1 to 1. */
  readonly samples: Float32Array;
  readonly written: readonly string[];
  readonly language: ModelLanguage;
}

/** Aligns scripts to speech, with the acoustic models that soundswallower carries. */
export class Aligner {
  private readonly decoders = new Map<string, Promise<Decoder>>();

  /** @param windowMs longest recording that is aligned at once */
  constructor(private readonly windowMs = LONGEST_WINDOW_MS) {}

  /**
   * When each written word is said; null when the script cannot be laid over the speech at all.
   * Long recordings are aligned in windows, as memory grows with the length of one.
   */
  async align(request: AlignRequest): Promise<TimedWord[] | null> {
    const durationMs = (request.samples.length / SPEECH_RATE) * 1000;
    const once = (samples: Float32Array, written: readonly string[]) =>
      this.alignOnce({ ...request, samples, written });
    const pauses = findPauses(request.samples);
    const words =
      durationMs <= this.windowMs
        ? await once(request.samples, request.written)
        : await alignInWindows(request, pauses, once, this.windowMs);
    return words && tidyWords(snapToPauses(words, pauses), durationMs);
  }

  private async alignOnce({ samples, written, language }: AlignRequest) {
    const voice = VOICES[language];
    const padded = withRoomTone(samples);
    const spoken = written.map(voice.spoken);
    for (let rung = 0; rung < BEAMS.length; rung++) {
      const spans = alignSpoken(await this.decoder(voice, rung), padded, spoken.flat(), voice);
      if (spans !== null) return joinSpans(written, spoken, spans);
    }
    return null;
  }

  private decoder(voice: Voice, rung: number): Promise<Decoder> {
    const key = `${voice.folder}-${rung}`;
    const known = this.decoders.get(key);
    if (known) return known;
    const made = createDecoder(voice, BEAMS[rung] ?? {});
    this.decoders.set(key, made);
    return made;
  }
}

async function createDecoder(
  voice: Voice,
  beams: Readonly<Record<string, number>>,
): Promise<Decoder> {
  const packageDir = dirname(createRequire(import.meta.url).resolve('soundswallower'));
  const module = await createModule({ modelBase: join(packageDir, 'model') } as object);
  const decoder = new module.Decoder({
    ...{ loglevel: 'FATAL', samprate: SPEECH_RATE, hmm: join(packageDir, 'model', voice.folder) },
    ...beams,
  });
  await decoder.initialize();
  return decoder;
}

/** Pads, and adds a faint noise: pure digital silence has no features and makes alignment fail. */
function withRoomTone(samples: Float32Array): Float32Array {
  const pad = (SPEECH_RATE * PAD_MS) / 1000;
  const padded = new Float32Array(samples.length + 2 * pad);
  padded.set(samples, pad);
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const level = Math.max(2e-4, Math.sqrt(power) * 0.025);
  // A fixed generator: the same audio must always give the same times.
  let state = 1;
  for (let index = 0; index < padded.length; index++) {
    state = (state * 48_271) % 2_147_483_647;
    padded[index]! += level * ((2 * state) / 2_147_483_647 - 1);
  }
  return padded;
}

function alignSpoken(
  decoder: Decoder,
  padded: Float32Array,
  spoken: string[],
  voice: Voice,
): AlignedSpan[] | null {
  for (const word of spoken) {
    if (!decoder.lookup_word(word)) decoder.add_words([word, voice.letterToSound(word)]);
  }
  try {
    decoder.set_align_text(spoken.join(' '));
    decoder.start();
    decoder.process_audio(padded, false, true);
    decoder.stop();
    const spans = (decoder.get_alignment({ align_level: 0 }).w ?? []).filter(
      ({ t }) => !/^[<[(]/u.test(t),
    );
    if (spans.length !== spoken.length) return null;
    return spans.map(({ b, d, p }) => ({
      startMs: b * 1000 - PAD_MS,
      endMs: (b + d) * 1000 - PAD_MS,
      confidence: Math.min(1, Math.max(0, p)),
    }));
  } catch {
    // soundswallower throws when its beam has lost the path; the next rung has a wider one.
    return null;
  }
}

/** From spoken words back to written ones; a written word without sound sits where the last ended. */
function joinSpans(
  written: readonly string[],
  spoken: readonly (readonly string[])[],
  spans: readonly AlignedSpan[],
): TimedWord[] {
  let next = 0;
  let lastEnd = 0;
  return written.map((text, index) => {
    const own = spans.slice(next, next + (spoken[index]?.length ?? 0));
    next += own.length;
    const startMs = own[0]?.startMs ?? lastEnd;
    const endMs = own.at(-1)?.endMs ?? lastEnd;
    lastEnd = endMs;
    const confidence = own.length > 0 ? Math.min(...own.map((span) => span.confidence)) : null;
    return { text, startMs, endMs, confidence };
  });
}
