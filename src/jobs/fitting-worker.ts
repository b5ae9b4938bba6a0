import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { packageVersion } from '../config/package-version.js';
import type { Issue } from '../core/fields/issues.js';
import { JobFailure } from '../core/job/job-failure.js';
import { MissingAbility, type Need, NEEDS } from '../core/job/missing-ability.js';
import { isJsonObject } from '../core/util/json-object.js';
import { Abilities } from '../engine/fleet/abilities.js';
import { JobNeeds } from '../engine/fleet/job-needs.js';
import { WorkerRegistry } from '../engine/fleet/worker-registry.js';
import type { Attempt } from '../engine/jobs/attempt.js';
import type { HeldMessage } from '../engine/jobs/render-queue.js';

/** How long a job waits for a worker with what it needs after the last such worker is gone. */
const MAX_WAIT_SECONDS = 600;
/** While all workers with the ability are busy, the job becomes visible to others so often. */
const BUSY_DELAY_SECONDS = 2;
/** Refusals of all workers together stay below this rate. */
const REFUSALS_PER_SECOND = 50;
/** After a refusal, time for a worker with the ability to take the job. */
const STEP_ASIDE_MS = 200;

/**
 * Passes jobs on to workers that have what they need. Nobody knows what a job needs before a worker has read it,
 * so the first worker that lacks something notes it on the job, and others that lack it too refuse the job without
 * an attempt.
 */
@Injectable()
export class FittingWorker {
  constructor(
    private readonly abilities: Abilities,
    private readonly registry: WorkerRegistry,
    private readonly needs: JobNeeds,
  ) {}

  /**
   * Refuses a job that needs what this worker lacks, as long as there is hope for another one.
   *
   * @returns false if this worker should render it, or fail it with the reason
   */
  async refuses(jobId: string, message: HeldMessage): Promise<boolean> {
    const passedOn = await this.needs.of(jobId);
    if (passedOn === null || this.hasAll(passedOn.needs)) return false;
    const fitting = await this.registry.fulfilling(passedOn.needs);
    if (fitting.exists) await this.needs.hope(jobId);
    else if (passedOn.hopelessSeconds > MAX_WAIT_SECONDS) return false;
    await this.needs.refuse(message, await this.delaySeconds(fitting.isIdle));
    if (fitting.isIdle) await wait(STEP_ASIDE_MS);
    return true;
  }

  /**
   * Passes a job on after an attempt found out that this worker lacks something.
   *
   * @returns the failure of the job if no worker has it, otherwise null
   */
  async passOn(
    claim: Attempt,
    message: HeldMessage,
    missing: MissingAbility,
  ): Promise<JobFailure | null> {
    const { areSeveral, exists, isIdle } = await this.registry.fulfilling(missing.needs);
    if (!exists) {
      if (!areSeveral) return missing;
      const explained = `${missing.message} No other worker can do it either.`;
      return new JobFailure(missing.code, explained, missing.pointer, { cause: missing });
    }
    const delaySeconds = await this.delaySeconds(isIdle);
    await this.needs.passOn(claim, message, { needs: missing.needs, delaySeconds });
    return null;
  }

  /**
   * Why this worker does not understand a config that an API accepted: it lacks fonts or a browser, or during an upgrade the
   * API is newer.
   *
   * @returns the failure of the config, which names what is needed if another worker may have it
   */
  async misread(config: unknown, issues: readonly Issue[]): Promise<JobFailure> {
    const [first] = issues;
    const message = first?.message ?? '';
    const pointer = first?.pointer ?? null;
    const lacks = issues.map((issue) => lackAt(config, issue.pointer));
    const needs = lacks.every((need) => need !== null) ? lacks : await this.newer();
    if (needs.length === 0) return new JobFailure('RENDER_FAILED', message, pointer);
    return new MissingAbility(needs, 'RENDER_FAILED', message, pointer);
  }

  private async newer(): Promise<Need[]> {
    const own = packageVersion();
    const [newest] = (await this.registry.versions()).sort((a, b) => byVersion(b, a));
    return newest !== undefined && byVersion(newest, own) > 0 ? [NEEDS.version(newest)] : [];
  }

  private hasAll(needs: readonly Need[]): boolean {
    return needs.every((need) => this.abilities.can.has(need));
  }

  /** None if a worker is idle that can take the job at once. */
  private async delaySeconds(isIdle: boolean): Promise<number> {
    if (isIdle) return 0;
    return Math.max(BUSY_DELAY_SECONDS, (await this.needs.waiting()) / REFUSALS_PER_SECOND);
  }
}

const FONT_FIELD = /\/font-family$/;

/** What a font family or an element of HTML at a pointer of a config needs, or null if there is something else. */
function lackAt(config: unknown, pointer: string): Need | null {
  const value = valueAt(config, pointer);
  if (isJsonObject(value)) return value['type'] === 'html' ? NEEDS.browser : null;
  return FONT_FIELD.test(pointer) && typeof value === 'string' ? NEEDS.font(value) : null;
}

/** The value at a pointer, or null. */
function valueAt(config: unknown, pointer: string): unknown {
  let value = config;
  for (const token of pointer.slice(1).split('/')) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

function byVersion(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
