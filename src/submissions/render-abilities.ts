import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import type { Issue } from '../core/fields/issues.js';
import { type Need, NEEDS } from '../core/job/missing-ability.js';
import type { WantedVoice } from '../core/project/wanted-voices.js';
import { WorkerRegistry } from '../engine/fleet/worker-registry.js';
import { recognitionProblem } from '../engine/recognition/recognition-problem.js';
import { voiceProblems } from '../engine/speech/voice-problems.js';

/** What the workers can do: what the configuration of this machine says, or what a worker of another one announces. */
@Injectable()
export class RenderAbilities {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly workers: WorkerRegistry,
  ) {}

  /** Why nobody recognizes speech, as a clause, or null if somebody does. */
  async recognitionProblem(): Promise<string | null> {
    const problem = recognitionProblem(this.config);
    return problem === null || (await this.somebodyCan(NEEDS.recognition)) ? null : problem;
  }

  /** The elements for which nobody speaks. */
  async voiceIssues(voices: readonly WantedVoice[]): Promise<Issue[]> {
    const problems = await voiceProblems(voices, this.config);
    const unmet = new Set<Need>();
    for (const need of new Set(problems.map((problem) => problem.need))) {
      if (!(await this.somebodyCan(need))) unmet.add(need);
    }
    return problems
      .filter(({ need }) => unmet.has(need))
      .map(({ pointer, message }) => ({ pointer, message }));
  }

  private async somebodyCan(need: Need): Promise<boolean> {
    return (await this.workers.fulfilling([need])).exists;
  }
}
