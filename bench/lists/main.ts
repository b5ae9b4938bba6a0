/**
 * Compares what reads cost with 200,000 and with 5,000,000 jobs: `npm run bench:lists`. It needs 8 GB on the
 * disk of the temporary folder. `npm run bench:lists -- 1000000` uses another number of jobs.
 *
 * It counts the buffers that a statement reads, and the CPU time of its server process. It also measures
 * how a worker gets its next job while 1,000 and 100,000 messages wait.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/engine/database/data-source.js';
import { startEmbeddedPostgres } from '../../src/engine/database/embedded-postgres.js';
import { measureClaims } from './claims.js';
import { fill } from './fill.js';
import { compare, measureReads } from './reads.js';

const FEW = 200_000;
const MANY = Number(process.argv[2] ?? 5_000_000);

const dir = await mkdtemp(join(tmpdir(), 'videocraft-bench-lists-'));
await chmod(dir, 0o755);
const postgres = await startEmbeddedPostgres(dir);
try {
  await migrate(postgres.url);
  await fill(postgres.url, 0, FEW);
  const few = await measureReads(postgres.url, FEW);
  await fill(postgres.url, FEW, MANY);
  const many = await measureReads(postgres.url, MANY);
  compare(few, many, [FEW, MANY]);
  await measureClaims(postgres.url);
} finally {
  await postgres.release();
  await rm(dir, { recursive: true, force: true });
}
