import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { loadConfig } from '../config/load-config.js';
import { Destinations } from '../engine/destinations/destinations.js';
import type { JobQueries } from '../engine/jobs/job-queries.js';
import { LONGEST_SECONDS } from '../engine/outgoing/outgoing-queue.js';
import type { AttemptOutcome, OutgoingStore } from '../engine/outgoing/outgoing-store.js';
import type { VideoFiles } from '../engine/storage/video-files.js';
import { SLOWEST_DELIVERY, type DeliveryPace } from './delivery-pace.js';
import { FileDeliverer } from './file-deliverer.js';
import type { OutgoingFigures } from './outgoing-figures.js';

const PART_BYTES = 65_536;
/** More than sockets hold. */
const BYTES = 512 * PART_BYTES;
const MESSAGE = { id: 'delivery', attempt: 0 };

let server: Server;
let url: string;
let records: AttemptOutcome[];

async function listen(answer: RequestListener): Promise<void> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeEach(() => (records = []));
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function deliverer(pace: Partial<DeliveryPace>): FileDeliverer {
  const file = { name: 'video.mp4', contentType: 'video/mp4', sizeBytes: BYTES };
  const job = { id: 'job', deletedAt: null, delivery: null, result: { files: [file] } };
  const row = {
    ...{ id: 'delivery', jobId: 'job', keyId: 'key', attempts: 0, retryFrom: 0, result: null },
    ...{ options: { url: `${url}/video.mp4` }, createdAt: new Date() },
  };
  const store = {
    forAttempt: async () => row,
    keyState: async () => ({ isRevoked: false, isAdmin: false }),
    keepResult: async () => {},
    async record(_row: unknown, outcome: AttemptOutcome) {
      records.push(outcome);
      return true;
    },
  };
  const content = function* () {
    for (let at = 0; at < BYTES; at += PART_BYTES) yield Buffer.alloc(PART_BYTES);
  };
  const files = { open: async () => ({ stream: Readable.from(content()) }) };
  return new FileDeliverer(
    store as unknown as OutgoingStore,
    { find: async () => job } as unknown as JobQueries,
    files as unknown as VideoFiles,
    new Destinations([]),
    { countAttempt: () => {} } as unknown as OutgoingFigures,
    loadConfig({ VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: new URL(url).host }),
    { ...SLOWEST_DELIVERY, ...pace },
  );
}

/** Takes a little now and then, so that no wait for an answer ends. */
const takeSlowly: RequestListener = (request) => {
  const taking = setInterval(() => request.read(), 20);
  request.once('close', () => clearInterval(taking)).on('error', () => {});
};

describe('an attempt to deliver a video', () => {
  const { signal } = new AbortController();

  it('counts if the destination takes the file too slowly', async () => {
    await listen(takeSlowly);
    await deliverer({ windowMs: 300 }).attempt(MESSAGE, signal);
    expect(records).toMatchObject([
      { state: 'pending', entry: { error: 'The destination takes the file too slowly.' } },
    ]);
  });

  it('counts if it takes too long, whatever its pace', async () => {
    await listen(takeSlowly);
    await deliverer({ attemptMs: 300 }).attempt(MESSAGE, signal);
    expect(records).toMatchObject([
      { state: 'pending', entry: { error: 'The delivery takes too long.' } },
    ]);
  });

  it('ends before the queue takes its message back', () => {
    expect(SLOWEST_DELIVERY.attemptMs).toBeLessThan(LONGEST_SECONDS.file * 1000);
  });

  it('does not need a pace while the destination works on the whole file', async () => {
    await listen(async (request, response) => {
      for await (const _ of request);
      await delay(900);
      response.writeHead(201).end();
    });
    await deliverer({ windowMs: 400, windowBytes: 1 }).attempt(MESSAGE, signal);
    expect(records).toMatchObject([{ state: 'delivered' }]);
  });

  it('does not count if the service stops', async () => {
    await listen(takeSlowly);
    const stop = new AbortController();
    const attempt = deliverer({}).attempt(MESSAGE, stop.signal);
    setTimeout(() => stop.abort(new Error('The service stops.')), 200);
    await expect(attempt).rejects.toThrow('The service stops.');
    expect(records).toEqual([]);
  });

  it('is repeated when the destination asks for it', async () => {
    await listen((request, response) => {
      request.resume().once('end', () => response.writeHead(503, { 'retry-after': '3000' }).end());
    });
    await deliverer({}).attempt(MESSAGE, signal);
    expect(records).toMatchObject([{ state: 'pending', delaySeconds: 3000 }]);
  });
});
