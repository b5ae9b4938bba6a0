import { mapElements } from '../../core/timeline/flatten-elements.js';
import { JobFailure } from '../../core/job/job-failure.js';
import { MissingAbility } from '../../core/job/missing-ability.js';
import { elementsOf } from '../../core/project/elements-of.js';
import type {
  AudioElement,
  Project,
  TimelineElement,
  VoiceRequest,
  WordList,
} from '../../core/project/types/index.js';
import { spokenAddress } from '../../core/sources/voice-address.js';
import { splitSpeed } from '../../core/speech/engine-speed.js';
import { readVoiceScript, type VoiceScript } from '../../core/speech/read-voice-script.js';
import { counted } from '../../core/util/counted.js';
import type { MediaSession } from '../../engine/media/store/media-session.js';
import { SpeechError } from '../../engine/speech/engines/speech-engine.js';
import type { VoiceAllowance } from '../../core/job/voice-allowance.js';
import { type ChosenVoice, VoiceUnavailable } from '../../engine/speech/voice-book.js';
import { speakScript, type SpeakScriptTools, type Speaking } from './speak-script.js';

/** What the voices of a job may do. */
export interface VoicePermission {
  /** Counts characters of the key; missing: they are not counted. */
  readonly allowance?: VoiceAllowance;
  /** True for previews: only what is free or was spoken before. Other sentences are silent. */
  readonly isPreview?: boolean;
}

export interface SpeakContext {
  readonly workDir: string;
  readonly signal: AbortSignal;
  readonly voices?: VoicePermission;
  /** Called with the finished part of all voices, 0 to 1. */
  readonly onProgress: (fraction: number) => void;
  /** Receives the progress of a model that must be fetched first, 0 to 1. */
  readonly onModel: (fraction: number) => void;
}

/** A config whose voices have spoken. */
export interface SpokenProject {
  readonly project: Project;
  /** Each names its element. */
  readonly warnings: readonly string[];
}

/** What a voice has spoken. */
interface Spoken {
  readonly src: string;
  /** The speed at which its sound is played. */
  readonly speed: number;
  readonly words: WordList | null;
  /** Without the element, which may be another one with the same request. */
  readonly warnings: readonly string[];
}

type VoiceElement = AudioElement & { readonly voice: VoiceRequest };

/** Speaks the voices of a job. Elements with the same request, also in other shapes of the video, speak once. */
export class VoiceSpeaker {
  private readonly spoken = new Map<string, Spoken>();

  constructor(
    private readonly tools: SpeakScriptTools,
    private readonly session: MediaSession,
  ) {}

  /**
   * Speaks the voices of a config, one after another, and makes their sound the sources of their elements.
   *
   * @throws JobFailure VOICE_UNAVAILABLE
   */
  async speak(project: Project, context: SpeakContext): Promise<SpokenProject> {
    const voices = elementsOf(project).filter(isVoice);
    if (voices.length === 0) return { project, warnings: [] };
    const warnings: string[] = [];
    for (const [index, element] of voices.entries()) {
      const key = keyOf(element);
      const onProgress = (part: number) => context.onProgress((index + part) / voices.length);
      const one =
        this.spoken.get(key) ?? (await this.speakOne(element, { ...context, onProgress }));
      this.spoken.set(key, one);
      warnings.push(...one.warnings.map((warning) => `${element.pointer}: ${warning}`));
      onProgress(1);
    }
    const withSource = (element: TimelineElement) =>
      isVoice(element) ? soundOf(element, this.spoken.get(keyOf(element))!) : element;
    const scenes = project.scenes.map((scene) => ({
      ...scene,
      elements: mapElements(scene.elements, withSource),
    }));
    return {
      project: { ...project, scenes, elements: mapElements(project.elements, withSource) },
      warnings,
    };
  }

  private async speakOne(element: VoiceElement, context: SpeakContext): Promise<Spoken> {
    const { voice, pointer } = element;
    const script = readVoiceScript(voice.script);
    const { speaking, warnings } = this.choose(element, context);
    const sentences = script.parts.filter(({ kind }) => kind === 'sentence').length;
    const found = await this.speakScript(script, speaking, context).catch((error: unknown) => {
      throw failureOf(error, speaking, pointer);
    });
    const src = await this.add(found.path, element, context);
    const { missing, words } = found;
    return {
      src,
      words,
      speed: speaking?.played ?? voice.speed,
      warnings: [
        ...warnings,
        ...ignoredWarnings(script),
        ...(missing > 0 && speaking !== null
          ? [
              `Previews don't pay for voices, so ${missing} of ${counted(sentences, 'sentence')} ${missing === 1 ? 'is' : 'are'} silent here, and the length is estimated.`,
            ]
          : []),
      ],
    };
  }

  private speakScript(script: VoiceScript, speaking: Speaking, context: SpeakContext) {
    const { workDir, signal, voices, onProgress, onModel } = context;
    const texts = new Set(
      script.parts.flatMap((part) => (part.kind === 'sentence' ? [part.text] : [])),
    );
    return speakScript(script, speaking, this.tools, {
      workDir,
      signal,
      onModel,
      allowance: voices?.allowance,
      maySpeak: voices?.isPreview !== true,
      onSentence: (done) => onProgress(done / texts.size),
    });
  }

  /** @throws MissingAbility VOICE_UNAVAILABLE if nobody speaks, except in a preview */
  private choose(
    { voice, pointer }: VoiceElement,
    { voices }: SpeakContext,
  ): { readonly speaking: Speaking; readonly warnings: readonly string[] } {
    try {
      const chosen = this.tools.speech.choose(voice);
      const { spoken, played } = splitSpeed(voice.speed, chosen.engine.speeds(chosen.model));
      const pitch = chosen.engine.hasPitch ? voice.pitch : 0;
      const warnings = [...chosen.notes, ...pitchWarnings(voice, chosen)];
      return { speaking: { chosen, spoken, played, pitch }, warnings };
    } catch (error) {
      if (!(error instanceof VoiceUnavailable)) throw error;
      if (voices?.isPreview !== true) {
        throw new MissingAbility([error.need], 'VOICE_UNAVAILABLE', error.message, pointer);
      }
      const warning = `The preview is silent here, and a render would fail: ${error.message}`;
      return { speaking: null, warnings: [warning] };
    }
  }

  /** Adds the sound to the sources of the job. Its address is its content, because a preview may speak more later. */
  private async add(
    path: string,
    { pointer }: VoiceElement,
    { workDir }: SpeakContext,
  ): Promise<string> {
    const source = await this.session.describe(path, pointer, workDir);
    const src = spokenAddress(source.contentHash);
    this.session.add(src, source);
    return src;
  }
}

/** Elements with the same one say the same. */
function keyOf({ voice }: VoiceElement): string {
  return JSON.stringify(voice);
}

/** The failure of an element, or another error as it is. */
function failureOf(error: unknown, speaking: Speaking, pointer: string): unknown {
  if (error instanceof JobFailure && error.pointer === null) {
    return new JobFailure(error.code, error.message, pointer, { cause: error.cause });
  }
  if (!(error instanceof SpeechError)) return error;
  const who = speaking?.chosen.voice ?? null;
  const named = who === null ? '' : ` The voice is ${JSON.stringify(who)}.`;
  return new JobFailure('VOICE_UNAVAILABLE', `${error.message}${named}`, pointer, {
    cause: error.cause,
  });
}

function isVoice(element: TimelineElement): element is VoiceElement {
  return element.type === 'audio' && element.voice !== undefined;
}

/** The element of a recording of what was spoken. */
function soundOf(given: VoiceElement, { src, speed, words }: Spoken): AudioElement {
  const { voice: _, ...element } = given;
  return { ...element, src, speed, words, text: words === null ? element.text : null };
}

function pitchWarnings({ pitch }: VoiceRequest, { engine }: ChosenVoice): string[] {
  if (pitch === 0 || engine.hasPitch) return [];
  return [`The voice engine ${engine.name} cannot change the pitch, so "pitch" has no effect.`];
}

function ignoredWarnings({ ignored }: VoiceScript): string[] {
  if (ignored.length === 0) return [];
  const names = ignored.map((name) => `<${name}>`).join(', ');
  return [`The text contains ${names}, which ${ignored.length === 1 ? 'has' : 'have'} no effect.`];
}
