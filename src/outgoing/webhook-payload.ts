import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { MAIN_FILE } from '../core/job/output-file.js';
import { savedName } from '../core/job/file-names.js';
import { OutgoingQueries } from '../engine/outgoing/outgoing-queries.js';
import type { Outgoing } from '../engine/outgoing/outgoing.js';
import type { JobEntity } from '../engine/jobs/job.entity.js';
import { BatchStore } from '../engine/jobs/batch-store.js';
import { JobQueries } from '../engine/jobs/job-queries.js';
import { LinkSigner } from '../engine/links/link-signer.js';
import { toDeliveryDto } from '../http/deliveries/delivery-response.js';
import { apiPath } from '../http/routes/paths.js';

/** How long the link to the video in a webhook is valid, unless the operator allows less. */
const LINK_SECONDS = 86_400;

/** Builds the bodies of webhooks. They have the names of the API, and are small: no config, no steps. */
@Injectable()
export class WebhookPayload {
  constructor(
    private readonly jobs: JobQueries,
    private readonly batches: BatchStore,
    private readonly outgoing: OutgoingQueries,
    private readonly links: LinkSigner,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The body; null if what it is about is gone. */
  async build(row: Outgoing): Promise<string | null> {
    const data = await this.dataOf(row);
    if (data === null) return null;
    const { event: type, createdAt } = row;
    return JSON.stringify({ type, timestamp: createdAt.toISOString(), data });
  }

  private async dataOf(row: Outgoing): Promise<object | null> {
    if (row.event === 'ping') return { message: 'This is a test of the webhook.' };
    if (row.jobId !== null) return this.jobData(row.jobId, row.about);
    return row.batchId === null ? null : this.batchData(row.batchId);
  }

  private async batchData(id: string): Promise<object | null> {
    const batch = await this.batches.find(id);
    if (batch === null) return null;
    const counts = await this.batches.counts(id);
    const links = { self: this.url(`/batches/${id}`), jobs: this.url(`/jobs?batch=${id}`) };
    return { batch_id: id, size: batch.size, counts, links };
  }

  private async jobData(id: string, about: string | null): Promise<object | null> {
    const [job, clientData, deliveries] = await Promise.all([
      this.jobs.find(id),
      this.jobs.clientData(id),
      this.outgoing.ofJob(id),
    ]);
    if (job === null) return null;
    const shown = deliveries.map(toDeliveryDto);
    return {
      job_id: id,
      status: job.status,
      client_data: clientData,
      error: job.errorMessage,
      error_code: job.errorCode,
      error_pointer: job.errorPointer,
      warnings: job.warnings,
      batch_id: job.batchId,
      template_id: job.templateId,
      created_at: job.createdAt.toISOString(),
      started_at: job.startedAt?.toISOString() ?? null,
      finished_at: job.finishedAt?.toISOString() ?? null,
      video: await this.videoOf(job),
      ...(about === null ? {} : { delivery: shown.find((one) => one.id === about) ?? null }),
      deliveries: shown,
      links: { self: this.url(`/jobs/${id}`), video: this.url(`/videos/${id}`) },
    };
  }

  /** The finished video, with a link that needs no key. */
  private async videoOf(job: JobEntity): Promise<object | null> {
    const { result } = job;
    const video = result?.files[0];
    if (!result || !video || job.deletedAt !== null) return null;
    const seconds = Math.min(LINK_SECONDS, this.config.delivery.linkMaxSeconds);
    const expiresAt = Math.floor(Date.now() / 1000) + seconds;
    const name = savedName(job.delivery?.filename ?? null, job.id, MAIN_FILE);
    const claims = { videoId: job.id, file: MAIN_FILE, keyId: job.keyId, expiresAt, inline: true };
    const token = await this.links.sign(claims);
    return {
      url: this.url(`/links/${token}/${encodeURIComponent(name)}`),
      url_expires_at: new Date(expiresAt * 1000).toISOString(),
      size_bytes: video.sizeBytes,
      sha256: video.sha256,
      duration_seconds: result.durationSeconds,
      width: result.width,
      height: result.height,
    };
  }

  /** Absolute if the operator set the public URL. There is no request whose address could be the base. */
  private url(path: string): string {
    return `${this.config.server.publicUrl ?? ''}${apiPath(path)}`;
  }
}
