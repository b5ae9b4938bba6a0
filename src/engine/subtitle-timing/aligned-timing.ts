import { Inject, Injectable } from '@nestjs/common';
import { isSpokenScript, fitWarnings, canBeSpokenIn } from '../../core/timing/fit-warnings.js';
import { modelLanguages } from '../../core/timing/readings/script-language.js';
import type { WordTiming } from '../../core/timing/types.js';
import type { AlignmentEngine } from '../alignment/alignment-engine.js';
import type { AlignedScript } from '../alignment/aligner.js';
import { ALIGN_ENGINE } from '../alignment/alignment.module.js';
import type { Speech } from './speech.js';
import { ELEMENT } from './timing-request.js';

/** The words of a script, and their language. */
export interface Script {
  readonly written: readonly string[];
  readonly language: string;
}

/** Aligns a script to the speech with an acoustic model of its language. */
@Injectable()
export class AlignedTiming {
  constructor(@Inject(ALIGN_ENGINE) private readonly engine: AlignmentEngine) {}

  /** @returns null if no model supports the language, or the script does not match the speech */
  async time(script: Script, speech: Speech, signal: AbortSignal): Promise<WordTiming | null> {
    const aligned = await this.align(script, speech, signal);
    if (!aligned || !isSpokenScript(aligned.fit)) return null;
    const warnings = fitWarnings(aligned.fit, script.written, ELEMENT);
    return { words: aligned.words, method: 'aligned', warnings };
  }

  /** Like {@link time}, but also returns null if a word of the script is not spoken. */
  async timeWhole(script: Script, speech: Speech, signal: AbortSignal): Promise<WordTiming | null> {
    const aligned = await this.align(script, speech, signal);
    if (!aligned || !isSpokenScript(aligned.fit) || aligned.fit.leftOut.length > 0) return null;
    return { words: aligned.words, method: 'aligned', warnings: [] };
  }

  /** If the language is ambiguous, uses the model with the best match. */
  private async align(
    { written, language }: Script,
    { samples, pauses, durationMs }: Speech,
    signal: AbortSignal,
  ): Promise<AlignedScript | null> {
    if (!canBeSpokenIn(written, durationMs)) return null;
    let best: AlignedScript | null = null;
    for (const model of modelLanguages(language, written.join(' '))) {
      const aligned = await this.engine.align(
        { samples, pauses, written, language: model },
        signal,
      );
      if (!best || aligned.fit.share > best.fit.share) best = aligned;
      if (isSpokenScript(best.fit)) return best;
    }
    return best;
  }
}
