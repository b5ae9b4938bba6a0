import { randomUUID } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import type { ChunkResult, ChunkState } from '../spread/chunk-state.js';
import type { HeldMessage } from './held-message.js';

/**
 * Below every job: a worker takes a chunk only when no job waits. The lowest number of the column, because the
 * priorities of jobs may be any others.
 */
const CHUNK_PRIORITY = -(2 ** 31);
/** How often a message is delivered again after workers refused it, or died. */
const CHUNK_RETRIES = 3;
/** Time for the worker that has the job to withdraw a chunk whose worker was lost. */
const RETRY_DELAY_SECONDS = 2;
/** How long a worker may have a chunk, which normally takes seconds. */
const LONGEST_CHUNK_SECONDS = 3600;
/** How long a message waits that nobody withdraws, because the worker that has the job died. */
const RETENTION_SECONDS = 3600;
/** Longer than {@link RETENTION_SECONDS}. */
const NEVER_SECONDS = 86_400;

/** Segments of a job for another worker. */
export interface ChunkMessage {
  readonly jobId: string;
  readonly attempt: number;
  /** The number of the chunk, within the attempt. */
  readonly chunk: number;
  /** What a worker must have in common with the worker that has the job. */
  readonly fingerprint: string;
}

interface Refusal {
  readonly refused: string;
}

/** The messages that pass chunks of a job to other workers, in the queue of the jobs. */
export class ChunkQueue {
  constructor(
    private readonly boss: PgBoss,
    private readonly queue: string,
  ) {}

  /** Offers a chunk to idle workers. @returns the ID of the message */
  async offer(chunk: ChunkMessage): Promise<string> {
    const id = randomUUID();
    const options = {
      priority: CHUNK_PRIORITY,
      retryLimit: CHUNK_RETRIES,
      retryDelay: RETRY_DELAY_SECONDS,
      expireInSeconds: LONGEST_CHUNK_SECONDS,
      retentionSeconds: RETENTION_SECONDS,
    };
    await this.boss.insert(this.queue, [{ id, data: chunk, ...options }]);
    return id;
  }

  async stateOf(id: string): Promise<ChunkState> {
    const message = await this.boss.getJobById(this.queue, id);
    switch (message?.state) {
      case 'created':
        return { kind: 'waiting' };
      case 'retry':
        return { kind: isRefusal(message.output) ? 'waiting' : 'lost' };
      case 'active':
        return { kind: 'taken' };
      case 'completed':
        return isResult(message.output)
          ? { kind: 'done', result: message.output }
          : { kind: 'lost' };
      default:
        return { kind: 'lost' };
    }
  }

  /**
   * Takes a chunk back that no worker has. Only the worker that offered it does so.
   *
   * @returns false if a worker has it, or had it
   */
  async withdraw(id: string): Promise<boolean> {
    // Only this statement of the queue checks the state: whoever gets the message first, has it.
    const { updated } = await this.boss.update(this.queue, undefined, {
      id,
      startAfter: NEVER_SECONDS,
    });
    if (updated === 1) await this.discard([id]);
    return updated === 1;
  }

  /** Removes messages, whoever has them. A worker that has one is told within seconds. */
  async discard(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.boss.deleteJob(this.queue, [...ids]);
  }

  /** Ends a chunk. Does nothing if the message was delivered again. */
  async finish(message: HeldMessage, result: ChunkResult): Promise<void> {
    await this.boss.complete(this.queue, message, result);
  }

  /** Returns a chunk that this worker cannot render to the others. */
  async refuse(message: HeldMessage, why: string): Promise<void> {
    await this.boss.fail(this.queue, message, { refused: why } satisfies Refusal);
  }

  /** Returns a chunk whose render failed, or whose worker died, to the worker that has the job. */
  async lose(message: HeldMessage, why: string): Promise<void> {
    await this.boss.fail(this.queue, message, { lost: why });
  }
}

/** Whether a message of the queue is for a chunk rather than for a job. */
export function isChunk(data: object): data is ChunkMessage {
  return 'chunk' in data;
}

function isRefusal(output: unknown): output is Refusal {
  return typeof output === 'object' && output !== null && 'refused' in output;
}

function isResult(output: unknown): output is ChunkResult {
  return typeof output === 'object' && output !== null && 'segments' in output;
}
