import { JobFailure, type JobFailureCode } from './job-failure.js';

/**
 * What a job needs and not every worker has: `encoder:libmp3lame`, `transition:circleopen`, `font:my family`,
 * `recognition`, `browser`, `voice`, `voice:my-engine`, or `version:0.5.0`. Workers announce what they can do by the same names.
 */
export type Need = string;

export const NEEDS = {
  encoder: (name: string): Need => `encoder:${name}`,
  transition: (style: string): Need => `transition:${style}`,
  font: (family: string): Need => `font:${family.trim().toLowerCase()}`,
  version: (version: string): Need => `version:${version}`,
  recognition: 'recognition',
  /** A browser that draws HTML. */
  browser: 'browser',
  /** Any voice engine. */
  voice: 'voice',
  voiceEngine: (name: string): Need => `voice:${name}`,
} as const;

/** The failure of a job that needs what this worker lacks. Another worker may have it. */
export class MissingAbility extends JobFailure {
  constructor(
    readonly needs: readonly Need[],
    code: JobFailureCode,
    message: string,
    pointer: string | null,
  ) {
    super(code, message, pointer);
  }
}
