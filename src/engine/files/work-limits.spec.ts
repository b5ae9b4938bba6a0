import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkLimits } from './work-limits.js';

describe('WorkLimits', () => {
  let workDir: string;
  let attempt: WorkLimits | null = null;

  beforeEach(async () => {
    workDir = await mkdtemp(join(tmpdir(), 'videocraft-limits-'));
  });

  afterEach(async () => {
    attempt?.stop();
    await rm(workDir, { recursive: true, force: true });
  });

  async function write(bytes: number, ...path: string[]): Promise<void> {
    const file = join(workDir, ...path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, Buffer.alloc(bytes));
  }

  it('ends an attempt whose work folder has a byte too many, in all of its folders', async () => {
    attempt = new WorkLimits({ jobSeconds: 60, workBytes: 1_000 }, workDir);
    await write(400, 'a.wav');
    await write(600, 'sources', 'deep', 'b.wav');
    await attempt.measure();
    expect([attempt.signal.aborted, attempt.failure]).toEqual([false, null]);
    await write(1, 'c.wav');
    await attempt.measure();
    expect(attempt.signal.aborted).toBe(true);
    expect(attempt.failure).toMatchObject({
      code: 'MEDIA_LIMIT_EXCEEDED',
      message:
        'Expected at most 1000 bytes in the work folder, but got 1001. The operator sets the limit with VIDEOCRAFT_LIMITS_WORK_BYTES.',
    });
  });

  it('ends an attempt that takes too long', async () => {
    const { signal } = (attempt = new WorkLimits({ jobSeconds: 0.01, workBytes: 1 }, workDir));
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    expect(attempt.failure?.code).toBe('RENDER_TIMEOUT');
    expect(signal.reason).toBe(attempt.failure);
  });

  it('keeps the first reason', async () => {
    const { signal } = (attempt = new WorkLimits({ jobSeconds: 0.01, workBytes: 1 }, workDir));
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    await write(2, 'a');
    await attempt.measure();
    expect(attempt.failure?.code).toBe('RENDER_TIMEOUT');
  });

  it('counts a folder that is gone as nothing', async () => {
    attempt = new WorkLimits({ jobSeconds: 60, workBytes: 1 }, join(workDir, 'gone'));
    await attempt.measure();
    expect(attempt.failure).toBeNull();
  });
});
