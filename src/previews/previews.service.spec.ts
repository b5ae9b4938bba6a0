import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import type { Response } from 'express';
import { JobFailure } from '../core/job/job-failure.js';
import type { AssetStore } from '../engine/assets/asset-store.js';
import type { Identity } from '../http/access/access.js';
import { Shutdown } from '../http/requests/shutdown.js';
import type { PreviewPart } from '../pipeline/previews/preview-call.js';
import { PreviewMakerLost } from '../pipeline/previews/preview-call.js';
import type { SubmissionsService } from '../submissions/submissions.service.js';
import type { VideoRequest } from '../submissions/video-request.js';
import { PreviewsService } from './previews.service.js';

const STILL = { at: 0, width: 64, format: 'png' } as const;
const DRAFT = { from: 0, to: 9, width: 64 };
const request = {} as VideoRequest;
const settled = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
};

/** The response of a client, which may leave, and take nothing. */
class Client extends EventEmitter {
  closed = false;
  destroyed = false;
  takes = true;
  readonly sent: unknown[] = [];
  readonly key = { id: 'ann' } as Identity;
  readonly res = this as unknown as Response;

  status = () => this;
  type = () => this;
  set = () => this;
  flushHeaders = () => {};
  end = () => this.sent.push('end');
  write = (bytes: Uint8Array) => {
    this.sent.push(bytes.length);
    return this.takes;
  };

  leave(): void {
    this.closed = true;
    this.emit('close');
  }
}

type Make = (signal: AbortSignal) => AsyncGenerator<PreviewPart>;

function open(make: Make, previews = 3) {
  const ended: string[] = [];
  const shutdown = new Shutdown();
  const maker = {
    async *run(_call: unknown, signal: AbortSignal) {
      try {
        yield* make(signal);
      } finally {
        ended.push(String((signal.reason as Error | undefined)?.message));
      }
    },
  };
  const submissions = { resolve: async () => ({ config: {}, assets: [] }) };
  const assets = { objectsOf: async () => ({}) };
  const service = new PreviewsService(
    { previews },
    submissions as unknown as SubmissionsService,
    assets as unknown as AssetStore,
    shutdown,
    maker,
  );
  return { service, ended, shutdown };
}

const until = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    const end = () => reject(signal.reason as Error);
    if (signal.aborted) end();
    signal.addEventListener('abort', end);
  });
async function* hangs(signal: AbortSignal): AsyncGenerator<PreviewPart> {
  yield await until(signal);
}
async function* endless(signal: AbortSignal): AsyncGenerator<PreviewPart> {
  yield { codecs: 'avc3', from: 0, to: 9 };
  while (!signal.aborted) yield new Uint8Array(9);
}

describe('a preview', () => {
  beforeEach(() =>
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }),
  );
  afterEach(() => jest.useRealTimers());

  it('ends when its client leaves, without a log line', async () => {
    const { service, ended } = open(hangs);
    const client = new Client();
    const still = service.still(request, STILL, client);
    still.catch(() => {});
    await settled();
    client.leave();
    await expect(still).rejects.toMatchObject({ code: 'ECONNABORTED' });
    expect(ended).toEqual(['The client is gone.']);
  });

  it('does not begin for a client that left while its request was checked', async () => {
    const { service, ended } = open(hangs);
    const client = new Client();
    const still = service.still(request, STILL, client);
    client.leave();
    await expect(still).rejects.toMatchObject({ code: 'ECONNABORTED' });
    expect(ended).toEqual([]);
  });

  it('ends after 90 seconds, and frees its place', async () => {
    const { service, ended } = open(hangs, 1);
    const still = service.still(request, STILL, new Client());
    still.catch(() => {});
    await settled();
    jest.advanceTimersByTime(89_000);
    await settled();
    expect(ended).toEqual([]);
    jest.advanceTimersByTime(2_000);
    await expect(still).rejects.toMatchObject({
      code: 'MEDIA_LIMIT_EXCEEDED',
      message: expect.stringContaining('takes longer than 90 s'),
    });
    const next = service.still(request, STILL, new Client());
    next.catch(() => {});
    await settled();
    jest.advanceTimersByTime(91_000);
    await expect(next).rejects.toMatchObject({ code: 'MEDIA_LIMIT_EXCEEDED' });
    expect(ended).toHaveLength(2);
  });

  it('that is a draft ends after five minutes from its first bytes', async () => {
    const { service, ended } = open(async function* (signal) {
      yield { codecs: 'avc3', from: 0, to: 9 };
      yield await until(signal);
    });
    const draft = service.draft(request, DRAFT, new Client());
    draft.catch(() => {});
    await settled();
    jest.advanceTimersByTime(299_000);
    await settled();
    expect(ended).toEqual([]);
    jest.advanceTimersByTime(2_000);
    await expect(draft).rejects.toMatchObject({
      message: expect.stringContaining('takes longer than 300 s'),
    });
  });

  it('that is a draft asks for no more than its client takes, and ends after 20 s without', async () => {
    const { service, ended } = open(endless);
    const client = new Client();
    client.takes = false;
    const draft = service.draft(request, DRAFT, client);
    draft.catch(() => {});
    await settled();
    expect(client.sent).toEqual([9]);
    jest.advanceTimersByTime(19_000);
    client.emit('drain');
    await settled();
    expect(client.sent).toEqual([9, 9]);
    jest.advanceTimersByTime(19_000);
    await settled();
    expect(ended).toEqual([]);
    jest.advanceTimersByTime(2_000);
    await expect(draft).rejects.toMatchObject({ code: 'MEDIA_LIMIT_EXCEEDED' });
    expect(ended).toHaveLength(1);
  });

  it('gets 503 when the service stops', async () => {
    const { service, shutdown } = open(hangs);
    const still = service.still(request, STILL, new Client());
    still.catch(() => {});
    await settled();
    shutdown.begin();
    await expect(still).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });

  it.each([
    [new PreviewMakerLost('ended'), 'SERVICE_UNAVAILABLE'],
    [new JobFailure('SOURCE_NOT_FOUND', 'No.', '/scenes/0'), 'SOURCE_NOT_FOUND'],
    [new JobFailure('RENDER_FAILED', 'No.', '/scenes/0'), 'VALIDATION_ERROR'],
    [new JobFailure('RENDER_FAILED', 'No.'), 'INTERNAL_ERROR'],
    [new JobFailure('RENDER_TIMEOUT', 'No.'), 'MEDIA_LIMIT_EXCEEDED'],
    [new JobFailure('WORKER_LOST', 'No.'), 'SERVICE_UNAVAILABLE'],
  ])('that fails with %s gets %s', async (error, code) => {
    const { service } = open(async function* () {
      yield await Promise.reject(error);
    });
    await expect(service.still(request, STILL, new Client())).rejects.toMatchObject({ code });
  });
});
