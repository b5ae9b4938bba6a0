import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { fillPath } from '../core/job/delivery-path.js';
import { savedName } from '../core/job/file-names.js';
import type { OutputFile } from '../core/job/output-file.js';
import { Destinations } from '../engine/destinations/destinations.js';
import { openSigned } from '../engine/destinations/http-uploader.js';
import { openUploader } from '../engine/destinations/open-uploader.js';
import { DeliveryProblem, type OutgoingFile, type Uploader } from '../engine/destinations/types.js';
import { BlockedAddress, FetchProblem } from '../engine/fetch/fetch-problem.js';
import { sentProblem } from '../engine/fetch/sent-problem.js';
import type { JobEntity } from '../engine/jobs/job.entity.js';
import { JobQueries } from '../engine/jobs/job-queries.js';
import type { OutgoingAttempt } from '../engine/outgoing/outgoing-queue.js';
import { OutgoingStore } from '../engine/outgoing/outgoing-store.js';
import type { Outgoing, OutgoingResult } from '../engine/outgoing/outgoing.js';
import { VideoFiles } from '../engine/storage/video-files.js';
import { outcomeOf } from './attempt-outcome.js';
import {
  type BoundedAttempt,
  DELIVERY_PACE,
  type DeliveryPace,
  withinPace,
} from './delivery-pace.js';
import { OutgoingFigures } from './outgoing-figures.js';

/** Makes attempts to deliver finished videos. */
@Injectable()
export class FileDeliverer {
  private readonly logger = new Logger('Deliveries');

  constructor(
    private readonly store: OutgoingStore,
    private readonly jobs: JobQueries,
    private readonly files: VideoFiles,
    private readonly destinations: Destinations,
    private readonly figures: OutgoingFigures,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DELIVERY_PACE) private readonly pace: DeliveryPace,
  ) {}

  /** @throws errors of the database, and the reason of the signal: the message comes back */
  async attempt(message: OutgoingAttempt, signal: AbortSignal): Promise<void> {
    const row = await this.store.forAttempt(message);
    if (row === null) return;
    const at = new Date().toISOString();
    const started = performance.now();
    const bounded = withinPace(this.pace, signal, (bounds) => this.deliver(row, bounds));
    const problem = await bounded.then(
      () => null,
      (error: unknown) => {
        signal.throwIfAborted();
        return toProblem(error);
      },
    );
    const milliseconds = Math.round(performance.now() - started);
    if (problem !== null) this.warn(row, problem);
    const error = problem?.message ?? null;
    const recorded = await this.store.record(row, {
      ...outcomeOf(row, problem),
      entry: { at, milliseconds, error, status: null, answer: null },
    });
    if (recorded) this.figures.countAttempt('file', problem === null, milliseconds / 1000);
  }

  private async deliver(row: Outgoing, bounds: BoundedAttempt): Promise<void> {
    const job = await this.requireVideo(row);
    const uploader = await this.open(row, await this.requireKey(row));
    try {
      const done = [...(row.result?.files ?? [])];
      for (const file of wantedFiles(row, job)) {
        if (done.some(({ name }) => name === file.name)) continue;
        const path = pathOf(row, job, file);
        const outgoing = this.outgoingFile(row, job, { file, path, ...bounds });
        await uploader.put(outgoing, bounds.signal);
        done.push({ name: file.name, path: row.options.url ? '' : path });
        await this.store.keepResult(row.id, { files: done } satisfies OutgoingResult);
      }
    } finally {
      await uploader.close();
    }
  }

  private async requireKey({ keyId }: Outgoing): Promise<{ id: string; isAdmin: boolean }> {
    const { isRevoked, isAdmin } = await this.store.keyState(keyId);
    return isRevoked ? gone('The key was revoked.') : { id: keyId, isAdmin };
  }

  private async requireVideo(row: Outgoing): Promise<JobEntity> {
    const job = row.jobId === null ? null : await this.jobs.find(row.jobId);
    if (!job?.result || job.deletedAt !== null) return gone('The video was deleted.');
    return job;
  }

  private async open(
    { options }: Outgoing,
    key: { readonly id: string; readonly isAdmin: boolean },
  ): Promise<Uploader> {
    const { sources } = this.config;
    if (options.url) return openSigned(options.url, sources);
    const destination = this.destinations.find(options.name ?? '');
    // The operator may have removed it, or taken it from the key, since the job was accepted.
    if (destination === null || !this.destinations.isAllowed(destination, key)) {
      return gone('The destination is not available to the key any more.');
    }
    return openUploader(destination, sources);
  }

  private outgoingFile(
    { id: deliveryId }: Outgoing,
    { result }: JobEntity,
    {
      file,
      path,
      watched,
    }: Pick<BoundedAttempt, 'watched'> & { readonly file: OutputFile; readonly path: string },
  ): OutgoingFile {
    const { folder } = result!;
    return {
      deliveryId,
      path,
      contentType: file.contentType,
      sizeBytes: file.sizeBytes,
      open: async () => {
        const object = await this.files.open(folder, file.name, null);
        if (object === null) return gone('The file is no longer in the storage of the service.');
        return watched(object.stream);
      },
    };
  }

  private warn({ id, jobId }: Outgoing, { message, cause }: DeliveryProblem): void {
    const reason = cause instanceof Error ? cause.message : undefined;
    this.logger.warn({ deliveryId: id, jobId, reason, msg: `A delivery failed. ${message}` });
  }
}

function gone(sentence: string): never {
  throw new DeliveryProblem(sentence, true);
}

function wantedFiles({ options }: Outgoing, { result }: JobEntity): readonly OutputFile[] {
  const { files } = result!;
  return options.files === 'all' ? files : files.slice(0, 1);
}

/** The same at each attempt: the time is that of the end of the job. */
function pathOf({ options, createdAt }: Outgoing, job: JobEntity, { name }: OutputFile): string {
  const fileName = savedName(job.delivery?.filename ?? null, job.id, name);
  return fillPath(options.path ?? '{filename}', { jobId: job.id, fileName, at: createdAt });
}

function toProblem(error: unknown): DeliveryProblem {
  if (error instanceof DeliveryProblem) return error;
  if (error instanceof FetchProblem) {
    const isPermanent = error instanceof BlockedAddress;
    const sentence = sentProblem(error, 'The upload');
    return new DeliveryProblem(sentence, isPermanent, { cause: error.cause });
  }
  return new DeliveryProblem('The file could not be delivered.', false, { cause: error });
}
