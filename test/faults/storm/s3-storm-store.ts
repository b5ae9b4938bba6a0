import { join } from 'node:path';
import { paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { createS3Client } from '../../../src/engine/storage/s3-client.js';
import { type Fault, type S3Server, startS3Server } from '../../support/s3-server.js';
import { FaultyLink } from './faulty-link.js';
import type { StormStore, StoreTrouble } from './storm-store.js';

const ERROR: Fault = { kind: 'status', status: 503, code: 'SlowDown' };
const RESET: Fault = { kind: 'reset' };
const SLOW: Fault = { kind: 'pause', ms: 1_500 };

/** An S3 store for machines with data folders of their own. */
export async function openS3Store(dir: string, hosts: readonly string[]): Promise<StormStore> {
  const server = await startS3Server();
  const links: FaultyLink[] = [];
  const dataDirOf = (host: string) => join(dir, 'data', host);
  return {
    kind: 's3',
    dataDirOf,
    dataDirs: hosts.map(dataDirOf),
    async envAt(address) {
      const link = await FaultyLink.start(Number(new URL(server.url).port), address);
      links.push(link);
      const { env } = server;
      return {
        ...env,
        VIDEOCRAFT_S3_ENDPOINT: `http://${address}:${link.port}`,
        VIDEOCRAFT_S3_TIMEOUT_SECONDS: '5',
      };
    },
    disturb: (trouble) => disturb(server, trouble),
    videos: () => listVideos(server),
    leftovers: async () => (await server.unfinished()).map((key) => `an upload of ${key} is left`),
    async close() {
      for (const link of links) await link.close();
      await server.close();
    },
  };
}

/** Errors are answers and resets in turn. */
function disturb(server: S3Server, trouble: StoreTrouble | null): void {
  let count = 0;
  server.fault = () => {
    if (trouble === null) return null;
    if (trouble === 'slow') return SLOW;
    return count++ % 2 === 0 ? ERROR : RESET;
  };
}

async function listVideos({ settings }: S3Server): Promise<string[]> {
  const client = createS3Client(settings, settings.endpoint);
  const names: string[] = [];
  const request = { Bucket: settings.bucket, Prefix: `${settings.prefix}videos/` };
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, request)) {
    names.push(...Contents.map(({ Key = '' }) => Key));
  }
  client.destroy();
  return names;
}
