import { signal } from '@preact/signals';
import { ApiError, type CreatedJob, type VideoConfig } from '../api/index.js';
import type { VideoCraft } from '../../../clients/typescript/src/index.js';
import { randomKey } from '../../../clients/typescript/src/random-key.js';
import { type Problem, video } from '../document/index.js';
import { keepRenderedText } from './rendered-texts.js';

/** How a video is encoded. `config`: as its config says. */
export const QUALITIES = ['config', 'draft', 'low', 'medium', 'high'] as const;
export type Quality = (typeof QUALITIES)[number];

/** The choice of this tab. */
export const quality = signal<Quality>('config');

/** The request that has no answer yet. Sending it again must not make another video. */
let open: { readonly body: string; readonly idempotencyKey: string } | null = null;

/** Lets the service render the video of the workbench. */
export async function submitVideo(api: VideoCraft, config: unknown): Promise<CreatedJob> {
  const wanted = withQuality(config, quality.peek());
  const body = JSON.stringify(wanted);
  if (open?.body !== body) open = { body, idempotencyKey: randomKey() };
  const { idempotencyKey } = open;
  const text = video.text.peek();
  try {
    const job = await api.videos.create(wanted as VideoConfig, { idempotencyKey });
    open = null;
    keepRenderedText(job.job_id, text);
    return job;
  } catch (error) {
    if (error instanceof ApiError) open = null;
    throw error;
  }
}

/** What the service found in a config, by its places; null if something else is wrong. */
export function problemsOf(error: unknown): readonly Problem[] | null {
  if (!(error instanceof ApiError) || error.errors.length === 0) return null;
  return error.errors.map(({ pointer, message }) => ({ pointer, message, severity: 'error' }));
}

/** The config with a choice of the quality. */
export function withQuality(config: unknown, choice: Quality): unknown {
  if (choice === 'config' || typeof config !== 'object' || config === null) return config;
  return choice === 'draft'
    ? { ...config, draft: true }
    : { ...config, draft: false, quality: choice };
}
