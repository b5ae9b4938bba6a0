import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Segment } from '../../core/render/segment/types.js';
import { FolderStore } from '../storage/folder-store.js';
import { AttemptShare, attemptsThatShare, sharePrefix } from './attempt-share.js';

const JOB = '01a22712-8e8a-7569-81cf-460f6879ffbb';
const { signal } = new AbortController();

describe('what workers share of an attempt', () => {
  let dir: string;
  let store: FolderStore;
  let work: string;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-share-'));
    store = new FolderStore(join(dir, 'data'));
    work = join(dir, 'work');
    await mkdir(work);
  });

  afterEach(() => rm(dir, { recursive: true, force: true }));

  const shareOf = (attempt: number, jobId = JOB) =>
    new AttemptShare(store, { jobId, attempt }, signal);
  const chunkWith = (captions: string) => ({
    segments: [{ captions } as Segment],
    sources: [{ contentHash: 'ab-a1', demuxer: 'mov' }],
    threads: 2,
  });

  it('arrives as it was, and leaves no temporary file', async () => {
    const [here, there] = [shareOf(1), shareOf(1)];
    expect([await there.isOpen(), await there.chunk(0, work)]).toEqual([false, null]);
    await here.open(work);
    await here.putChunk(0, chunkWith('é'), work);
    expect([await there.isOpen(), await there.chunk(0, work)]).toEqual([true, chunkWith('é')]);
    await writeFile(join(work, 'source'), 'pictures');
    await here.putSource('ab-a1', join(work, 'source'));
    expect(await there.source('ab-a1', join(work, 'copy'))).toBe(true);
    expect(await readFile(join(work, 'copy'), 'utf8')).toBe('pictures');
    expect(await there.source('ab', join(work, 'other'))).toBe(false);
    expect((await readdir(work)).sort()).toEqual(['copy', 'source']);
  });

  it('reads captions that are written when they are read', async () => {
    const lazy = {
      get captions() {
        return 'drawn';
      },
    } as Segment;
    await shareOf(1).putChunk(0, { ...chunkWith(''), segments: [lazy] }, work);
    expect(await shareOf(1).chunk(0, work)).toEqual(chunkWith('drawn'));
  });

  it('is not shared if it is too large', async () => {
    const share = new AttemptShare(store, { jobId: JOB, attempt: 1 }, signal, 1_000);
    expect(await share.putChunk(0, chunkWith('x'.repeat(1_000)), work)).toBe(false);
    expect(await share.putChunk(1, chunkWith('x'), work)).toBe(true);
    expect([await share.chunk(0, work), await share.chunk(1, work)]).toEqual([
      null,
      chunkWith('x'),
    ]);
  });

  it('does not appear after it was closed, and is complete before', async () => {
    const share = shareOf(1);
    const putting = share.putChunk(0, chunkWith('x'), work);
    await share.close();
    await putting.catch(() => {});
    await store.removeAll(sharePrefix({ jobId: JOB }));
    await expect(share.open(work)).rejects.toThrow('aborted');
    await expect(share.putSource('ab', work)).rejects.toThrow('aborted');
    expect(await attemptsThatShare(store)).toEqual([]);
  });

  it('is removed with its attempt, or with its job, without a trace', async () => {
    const other = JOB.replace('0', '1');
    for (const share of [shareOf(1), shareOf(2), shareOf(11), shareOf(1, other)])
      await share.open(work);
    const all = [`${JOB}-1`, `${JOB}-11`, `${JOB}-2`, `${other}-1`];
    expect((await attemptsThatShare(store)).sort()).toEqual(all);
    await store.removeAll(sharePrefix({ jobId: JOB, attempt: 1 }));
    expect([await shareOf(1).isOpen(), await shareOf(2).isOpen()]).toEqual([false, true]);
    expect(await shareOf(11).isOpen()).toBe(true);
    await store.removeAll(sharePrefix({ jobId: JOB }));
    expect([await shareOf(2).isOpen(), await shareOf(1, other).isOpen()]).toEqual([false, true]);
    await store.removeAll(sharePrefix({ jobId: other, attempt: 1 }));
    expect(await attemptsThatShare(store)).toEqual([]);
    expect(await readdir(join(dir, 'data', 'plans'))).toEqual([]);
  });

  it('is known to be nothing until a file is shared', async () => {
    const share = shareOf(1);
    expect(share.isUsed).toBe(false);
    await share.open(work);
    expect(share.isUsed).toBe(true);
  });
});
