import { setPriority } from 'node:os';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger as PinoLogger } from 'nestjs-pino';
import { JobFailure } from './core/job/job-failure.js';
import { PRIVATE_UMASK } from './engine/files/close-folders.js';
import { failureOf } from './jobs/job-outcome.js';
import type { PreviewPart } from './pipeline/previews/preview-call.js';
import { PreviewEngine } from './pipeline/previews/preview-engine.js';
import { PreviewModule, type PreviewSettings } from './preview.module.js';
import type { PreviewHostMessage, PreviewProcessMessage } from './previews/preview-messages.js';
import { surviveLostReaders } from './survive-lost-readers.js';

/** Between that of the API and that of renders: somebody looks at the page that waits. */
const NICENESS = 5;

interface OpenCall {
  readonly parts: AsyncGenerator<PreviewPart>;
  readonly client: AbortController;
}

/** The program of the process that makes previews (`previews/preview-host.ts`). */
surviveLostReaders();
process.umask(PRIVATE_UMASK);
setPriority(NICENESS);
// A terminal signals the whole group. The API decides when the process ends.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit(1));

const logger = new Logger('Previews');
const calls = new Map<number, OpenCall>();
const stopped = new Promise<void>((resolve) => {
  process.on('SIGTERM', () => resolve());
  process.on('message', (message: PreviewHostMessage) => {
    if (message.kind === 'stop') resolve();
    if (message.kind === 'start') void run(message.settings as PreviewSettings);
    if (message.kind === 'next') void next(message.id);
    if (message.kind === 'leave') {
      leave(message.id);
      tell({ kind: 'left', id: message.id });
    }
    if (message.kind === 'call') begin(message);
  });
});
let engine: PreviewEngine;

function tell(message: PreviewProcessMessage): void {
  process.send?.(message, () => {});
}

async function run(settings: PreviewSettings): Promise<void> {
  try {
    const app = await NestFactory.createApplicationContext(PreviewModule.forRoot(settings), {
      bufferLogs: true,
      abortOnError: false,
    });
    app.useLogger(app.get(PinoLogger));
    engine = app.get(PreviewEngine, { strict: false });
    tell({ kind: 'ready' });
    await stopped;
    for (const id of calls.keys()) leave(id);
    await app.close();
    process.exit(0);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.send?.({ kind: 'failed', message } satisfies PreviewProcessMessage, () =>
      process.exit(1),
    );
  }
}

function begin({ id, call }: PreviewHostMessage & { kind: 'call' }): void {
  const client = new AbortController();
  calls.set(id, { parts: engine.run(call, client.signal), client });
}

async function next(id: number): Promise<void> {
  const call = calls.get(id);
  if (call === undefined) return;
  try {
    const { done, value } = await call.parts.next();
    tell(done ? { kind: 'end', id } : { kind: 'part', id, part: value });
  } catch (error) {
    const isKnown = error instanceof JobFailure || call.client.signal.aborted;
    if (!isKnown) logger.error({ err: error, msg: 'A preview failed' });
    const { code, message, pointer } = failureOf(error);
    tell({ kind: 'error', id, failure: { code, message, pointer } });
  }
}

/** Ends the work of a client that left. */
function leave(id: number): void {
  const call = calls.get(id);
  calls.delete(id);
  call?.client.abort();
  call?.parts.return(undefined).catch(() => {});
}
