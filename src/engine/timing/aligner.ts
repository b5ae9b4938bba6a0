import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import createModule, { type Decoder } from 'soundswallower';
import { letterToSound } from '../../core/timing/letter-to-sound.js';
import { spokenWords } from '../../core/timing/spoken-words.js';
import { snapToPauses, tidyWords } from '../../core/timing/tidy-words.js';
import type { TimedWord } from '../../core/timing/types.js';
import { findPauses, SPEECH_RATE } from '../../core/timing/voice-activity.js';

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

/** Aligns English scripts to speech, with the acoustic model that soundswallower carries. */
export class Aligner {
  private readonly decoders = new Map<number, Promise<Decoder>>();

  /**
   * When each written word is said; null when the script cannot be laid over the speech at all.
   *
   * @param samples mono at 16 kHz, -1 to 1
   */
  async align(samples: Float32Array, written: readonly string[]): Promise<TimedWord[] | null> {
    const durationMs = (samples.length / SPEECH_RATE) * 1000;
    const padded = withRoomTone(samples);
    const spoken = written.map(spokenWords);
    for (let rung = 0; rung < BEAMS.length; rung++) {
      const spans = alignOnce(await this.decoder(rung), padded, spoken.flat());
      if (spans === null) continue;
      const words = joinSpans(written, spoken, spans);
      return tidyWords(snapToPauses(words, findPauses(samples)), durationMs);
    }
    return null;
  }

  private decoder(rung: number): Promise<Decoder> {
    const known = this.decoders.get(rung);
    if (known) return known;
    const made = createDecoder(BEAMS[rung] ?? {});
    this.decoders.set(rung, made);
    return made;
  }
}

async function createDecoder(beams: Readonly<Record<string, number>>): Promise<Decoder> {
  const packageDir = dirname(createRequire(import.meta.url).resolve('soundswallower'));
  const module = await createModule({ modelBase: join(packageDir, 'model') } as object);
  const decoder = new module.Decoder({ loglevel: 'FATAL', samprate: SPEECH_RATE, ...beams });
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

function alignOnce(decoder: Decoder, padded: Float32Array, spoken: string[]): AlignedSpan[] | null {
  for (const word of spoken) {
    if (!decoder.lookup_word(word)) decoder.add_words([word, letterToSound(word)]);
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
