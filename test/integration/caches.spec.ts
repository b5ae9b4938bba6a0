import {
  access,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../src/config/load-config.js';
import { probeSource } from '../../src/engine/media/probe/probe-source.js';
import { FileCache } from '../../src/engine/files/file-cache.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import { openRenderApp } from '../support/render-app.js';

const SPEECH = fileURLToPath(new URL('../media/speech/report.mp3', import.meta.url));
const signal = new AbortController().signal;

describe('caches', () => {
  let dir: string;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-caches-'));
    await mkdir(join(dir, 'work'));
  });

  afterEach(async () => {
    await rm(dir, { recursive: true, force: true });
  });

  const entriesOf = async (name: string) => (await readdir(join(dir, 'cache', name))).sort();
  const enginesWith = (more: Record<string, string> = {}) =>
    openRenderApp(loadConfig({ VIDEOCRAFT_DATA_DIR: dir, ...more }));

  async function file(name: string, bytes: number): Promise<string> {
    const path = join(dir, 'work', name);
    await writeFile(path, Buffer.alloc(bytes, name));
    return path;
  }

  it('remove the least recently used entries, and keep entries in use', async () => {
    const cache = new FileCache(join(dir, 'lru'), 250, async () => true);
    await cache.keep('old', await file('old', 100));
    await cache.keep('used', await file('used', 100));
    await utimes(join(dir, 'lru', 'old.entry'), 1000, 1000);
    await utimes(join(dir, 'lru', 'used.entry'), 500, 500);
    expect(await cache.take('used', join(dir, 'work', 'held'))).toBe(true);
    await cache.keep('new', await file('new', 100));
    expect((await readdir(join(dir, 'lru'))).sort()).toEqual(['new.entry', 'used.entry']);
    await rm(join(dir, 'lru'), { recursive: true });
    expect((await stat(join(dir, 'work', 'held'))).size).toBe(100);
  });

  it('contain only complete entries, whoever writes concurrently', async () => {
    const caches = Array.from(
      { length: 4 },
      () =>
        new FileCache(join(dir, 'shared'), 350, async (path) => (await stat(path)).size === 100),
    );
    await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const cache = caches[index % 4]!;
        const key = `key${index % 5}`;
        const target = join(dir, 'work', `taken${index}`);
        if (!(await cache.take(key, target))) await cache.keep(key, await file(`f${index}`, 100));
      }),
    );
    const left = await readdir(join(dir, 'shared'));
    expect(left.every((name) => name.endsWith('.entry'))).toBe(true);
    expect(left.length).toBeGreaterThan(0);
    const sizes = await Promise.all(
      left.map(async (name) => (await stat(join(dir, 'shared', name))).size),
    );
    expect(new Set(sizes)).toEqual(new Set([100]));
  });

  it('run ffprobe and the decoder once per content, and limit the stored results', async () => {
    const engines = await enginesWith();
    const probe = async (using = engines) => {
      const at = { pointer: '', signal, localSources: true, workDir: join(dir, 'work') };
      const source = await using.media.acquire(SPEECH, at);
      return probeSource(
        source,
        { ffmpeg: using.ffmpeg, media: using.media, maxDurationSeconds: 60 },
        at,
      );
    };
    const first = await probe();
    // The decoded audio, the messages of ffmpeg, and the result of ffprobe.
    const made = await entriesOf('sources');
    expect(made).toHaveLength(3);
    const inodes = () =>
      Promise.all(made.map(async (name) => (await stat(join(dir, 'cache/sources', name))).ino));
    const written = await inodes();
    const second = await probe();
    expect(second.probe).toEqual(first.probe);
    expect(second.mono).toBe(true);
    expect(await inodes()).toEqual(written);

    const tight = await enginesWith({ VIDEOCRAFT_CACHE_SOURCES_MAX_BYTES: '1000' });
    await rm(join(dir, 'cache/sources'), { recursive: true });
    const third = await probe(tight);
    expect((await entriesOf('sources')).filter((name) => name.endsWith('f32le.entry'))).toEqual([]);
    // Files that a job uses stay until the job ends.
    await access(third.pcmPath!);
    expect(third.probe).toEqual(first.probe);
  }, 60_000);

  it('replace damaged entries', async () => {
    const engines = await enginesWith();
    const project = parseConfig(
      { width: 160, height: 90, scenes: [{ duration: 1, elements: [] }] },
      engines.fonts,
      { subtitleDefaults: {}, localSources: true },
    );
    if (!project.ok) throw new Error(JSON.stringify(project.issues));
    const render = async (name: string) => {
      const workDir = await mkdtemp(join(dir, 'work', 'attempt-'));
      const report = await engines.renderer.render(project.project, {
        signal,
        workDir,
        localSources: true,
        onProgress: () => {},
        outputDir: join(dir, name),
      });
      return { ...report.segments, bytes: await readFile(join(dir, name, 'video.mp4')) };
    };
    const first = await render('first');
    expect(first.cached).toBe(0);
    for (const kind of ['segments', 'sounds']) {
      const [name] = await entriesOf(kind);
      const entry = join(dir, 'cache', kind, name!);
      const bytes = await readFile(entry);
      bytes[bytes.length - 40]! ^= 1;
      await rm(entry);
      await writeFile(entry, bytes);
    }
    const second = await render('second');
    expect(second.cached).toBe(0);
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect((await render('third')).cached).toBe(1);
  }, 60_000);
});
