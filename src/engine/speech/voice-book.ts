import type { Need } from '../../core/job/missing-ability.js';
import { NEEDS } from '../../core/job/missing-ability.js';
import type { VoiceRequest } from '../../core/project/types/index.js';
import type { NamedVoice } from './read-voices-file.js';
import type { SpeechEngine } from './engines/speech-engine.js';

/** Who speaks for an element. */
export interface ChosenVoice {
  readonly engine: SpeechEngine;
  /** The name in the engine. */
  readonly voice: string | null;
  readonly model: string | null;
  readonly language: string | null;
  /** Sentences that tell the author what differs from the config. */
  readonly notes: readonly string[];
}

/** No engine of this machine speaks for an element. */
export class VoiceUnavailable extends Error {
  override readonly name = 'VoiceUnavailable';

  constructor(
    message: string,
    readonly need: Need,
  ) {
    super(message);
  }
}

/** What an author can do without the voice. */
const OTHERWISE = 'Without it, use an "audio" element with a recording.';

const NO_ENGINE =
  'No voice engine is configured. The operator sets VIDEOCRAFT_VOICES_URL to an endpoint that speaks, ' +
  `VIDEOCRAFT_VOICES_MODEL to a model, or VIDEOCRAFT_VOICES_FILE to a file that names engines. ${OTHERWISE}`;

/** The voices that the operator configured. */
export class VoiceBook {
  private readonly byName: ReadonlyMap<string, NamedVoice>;
  /** Names that end with a star, without it; the longest first. */
  private readonly patterns: readonly NamedVoice[];

  /**
   * @param engines the first one speaks if nothing names another
   * @param standard the voice for elements that name none, or null for that of the engine
   */
  constructor(
    readonly engines: readonly SpeechEngine[],
    voices: readonly NamedVoice[] = [],
    private readonly standard: string | null = null,
  ) {
    const isPattern = ({ name }: NamedVoice) => name.endsWith('*');
    this.byName = new Map(voices.filter((one) => !isPattern(one)).map((one) => [one.name, one]));
    this.patterns = voices
      .filter(isPattern)
      .map((one) => ({ ...one, name: one.name.slice(0, -1) }))
      .sort((a, b) => b.name.length - a.name.length);
  }

  /**
   * Chooses who speaks: the engine that `connection` names, otherwise the voice of that name, otherwise the engine that
   * `provider` names, otherwise the voice whose pattern matches, otherwise the first engine.
   *
   * @throws VoiceUnavailable
   */
  choose(request: VoiceRequest): ChosenVoice {
    const { connection, provider } = request;
    const asked = request.voice ?? this.standard;
    const lower = asked?.trim().toLowerCase() ?? '';
    const named = this.engineOf(connection);
    if (named !== null) return usable(this.with(named, asked, request));
    const known = this.byName.get(lower);
    if (known) return usable(this.entry(known, request, []));
    const provided = this.engineOf(provider);
    if (provided !== null) return usable(this.with(provided, asked, request));
    const pattern = this.patterns.find(({ name }) => lower.startsWith(name));
    if (pattern) {
      return usable(this.entry(pattern, request, this.replacementNotes(pattern, asked)));
    }
    const [first] = this.engines;
    const wanted = connection ?? provider;
    if (first === undefined) throw new VoiceUnavailable(NO_ENGINE, NEEDS.voice);
    if (wanted === null) return usable(this.with(first, asked, request));
    const names = this.engines.map(({ name }) => name).join(', ');
    throw new VoiceUnavailable(
      `No voice engine is called ${JSON.stringify(wanted)}. Configured engines: ${names}. The operator adds it, or the ` +
        `voice, to VIDEOCRAFT_VOICES_FILE. ${OTHERWISE}`,
      NEEDS.voiceEngine(wanted.trim().toLowerCase()),
    );
  }

  /** The engine of that name, or else the first one of that kind. */
  private engineOf(wanted: string | null): SpeechEngine | null {
    const lower = wanted?.trim().toLowerCase();
    const isNamed = ({ name }: SpeechEngine) => name.toLowerCase() === lower;
    return this.engines.find(isNamed) ?? this.engines.find(({ kind }) => kind === lower) ?? null;
  }

  private with(engine: SpeechEngine, voice: string | null, request: VoiceRequest): ChosenVoice {
    const { model, notes } = modelOf(engine, request.model);
    return { engine, voice: voice ?? engine.voice, model, language: request.language, notes };
  }

  private entry(
    { engine: name, voice, model, language }: NamedVoice,
    request: VoiceRequest,
    notes: readonly string[],
  ): ChosenVoice {
    const engine = this.engines.find((one) => one.name === name)!;
    return {
      engine,
      voice: voice ?? engine.voice,
      // The operator decided for all configs that name the voice.
      model: model ?? engine.model,
      language: request.language ?? language,
      notes,
    };
  }

  private replacementNotes({ engine, voice }: NamedVoice, asked: string | null): string[] {
    if (asked === null) return [];
    const who =
      voice === null
        ? `The engine ${engine}`
        : `The voice ${JSON.stringify(voice)} of the engine ${engine}`;
    return [`${who} speaks instead of the voice ${JSON.stringify(asked)}, as the operator chose.`];
  }
}

/** @throws VoiceUnavailable if this machine cannot use the engine */
function usable(chosen: ChosenVoice): ChosenVoice {
  const { problem, name } = chosen.engine;
  if (problem === null) return chosen;
  throw new VoiceUnavailable(`${problem} ${OTHERWISE}`, NEEDS.voiceEngine(name.toLowerCase()));
}

function modelOf(
  { name, model, models }: SpeechEngine,
  wanted: string | null,
): { readonly model: string | null; readonly notes: readonly string[] } {
  if (wanted === null || wanted === model) return { model, notes: [] };
  if (models.includes('*') || models.includes(wanted)) return { model: wanted, notes: [] };
  const own = model === null ? 'without a model' : `with its model ${model}`;
  const note = `The voice engine ${name} speaks ${own}, because the operator does not allow the model ${JSON.stringify(wanted)}.`;
  return { model, notes: [note] };
}
