import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../src/config/load-config.js';
import { buildPages } from '../../src/core/captions/build-pages.js';
import { formatTimestamp } from '../../src/core/captions/timestamp.js';
import type { WordTiming } from '../../src/core/timing/types.js';
import { createEngines } from '../../src/pipeline/create-engines.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import { planVideo } from '../../src/pipeline/plan-video.js';
import type { RenderEngines } from '../../src/pipeline/render-context.js';
import { captionSettings, readPages } from '../factories/captions.js';
import { serveFolder } from '../factories/serve-folder.js';
import { trueWords } from '../factories/speech.js';

const CLIP = fileURLToPath(new URL('../media/speech/u7_flite_rms__clean', import.meta.url));

/** Caption files as the source of the words, from the config to their times. */
describe('captions of a file', () => {
  const { signal } = new AbortController();
  let dir: string;
  let engines: RenderEngines;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  let truth: { text: string; startMs: number }[];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-caption-files-'));
    await mkdir(join(dir, 'served'));
    server = await serveFolder(join(dir, 'served'));
    const config = loadConfig({
      VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: server.url.replace('http://', ''),
    });
    engines = await createEngines(config, process.env['PATH'] ?? '');
    const clip = trueWords(JSON.parse(await readFile(`${CLIP}.json`, 'utf8')));
    truth = clip.words.map(({ text, startMs }) => ({ text, startMs: startMs ?? 0 }));
  });

  afterAll(async () => {
    await engines.words.close();
    await server.close();
    await rm(dir, { recursive: true, force: true });
  });

  const spoken = [{ elements: [{ type: 'audio', src: `${CLIP}.wav` }] }];

  const project = (captions: unknown, scenes: object[] = spoken, more: object = {}) => ({
    ...{ width: 320, height: 180, scenes },
    elements: [{ type: 'subtitles', language: 'en', captions, ...more }],
  });

  function parse(input: object, localSources = true) {
    return parseConfig(input, engines, { subtitleDefaults: {}, localSources });
  }

  async function timing(input: object): Promise<WordTiming> {
    const parsed = parse(input);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const workDir = await mkdtemp(join(dir, 'attempt-'));
    const context = { signal, workDir, localSources: true, onProgress: () => {} };
    return (await planVideo(parsed.project, engines, context)).captions!.timing;
  }

  /** The clip's words as a file of cues of four words. */
  function srt(): string {
    const cues: string[] = [];
    for (let at = 0; at < truth.length; at += 4) {
      const words = truth.slice(at, at + 4);
      const end = truth[at + 4]?.startMs ?? words.at(-1)!.startMs + 500;
      const time = (ms: number) => formatTimestamp(Math.round(ms), ',');
      const text = words.map((word) => word.text).join(' ');
      cues.push(`${cues.length + 1}\n${time(words[0]!.startMs)} --> ${time(end)}\n${text}\n`);
    }
    return cues.join('\n');
  }

  it('aligns the text of each cue to what is said meanwhile', async () => {
    const { words, method, warnings } = await timing(project(srt()));
    expect(method).toBe('aligned');
    expect(warnings).toEqual([]);
    expect(words.map(({ text }) => text)).toEqual(truth.map(({ text }) => text));
    expect(words.map(({ cue }) => cue)).toEqual(truth.map((_, index) => Math.floor(index / 4)));
    const errors = words.map(({ startMs }, index) => Math.abs(startMs - truth[index]!.startMs));
    expect(errors.sort((a, b) => a - b)[errors.length >> 1]).toBeLessThan(40);
  });

  it('makes pages of the cues of the file, and divides long ones', async () => {
    const { words } = await timing(project(srt()));
    const settings = captionSettings({ maxWordsPerLine: 3 });
    const measure = (text: string) => text.length * 10;
    const pages = buildPages(words, settings, { width: 320, height: 180 }, measure, 'en');
    for (const page of pages) {
      expect(new Set(page.lines.flat().map(({ cue }) => cue)).size).toBe(1);
    }
    expect(readPages(pages).join(' / ').replaceAll(' / ', ' ')).toBe(
      truth.map(({ text }) => text).join(' '),
    );
    const onePerLine = captionSettings({ maxWordsPerLine: 1 });
    const many = buildPages(words, onePerLine, { width: 320, height: 180 }, measure, 'en');
    expect(many).toHaveLength(truth.length);
  });

  it('takes the word times that the file has', async () => {
    const vtt = 'WEBVTT\n\n00:00.500 --> 00:02.000\nOne <00:01.000>two <00:01.500>three\n';
    const { words, method } = await timing(project(vtt));
    expect(method).toBe('given');
    expect(words.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
      ...[
        ['One', 500, 1000],
        ['two', 1000, 1500],
      ],
      ['three', 1500, 2000],
    ]);
  });

  it('shares the time of a cue by syllables where nobody speaks, and says so', async () => {
    const silent = [{ duration: 4, elements: [] }];
    const text =
      '00:00:01,000 --> 00:00:02,000\nHello wonderful world\n\n00:00:09,000 --> 00:00:10,000\nLate';
    const { words, method, warnings } = await timing(project(text, silent));
    expect(method).toBe('approximate');
    expect(words.map(({ text: word }) => word)).toEqual(['Hello', 'wonderful', 'world']);
    expect(words[0]!.startMs).toBe(1000);
    expect(words.at(-1)!.endMs).toBe(2000);
    expect(warnings).toEqual([
      'The words in 1 of 1 cues of /elements/0/captions have approximate times.',
      '1 cues of /elements/0/captions begin after the end and are not shown.',
    ]);
  });

  it('counts from the start of the scene it stands in', async () => {
    const scenes = [
      { duration: 2, elements: [] },
      {
        duration: 3,
        elements: [{ type: 'subtitles', captions: '00:00:01,000 --> 00:00:02,000\nHi\n' }],
      },
    ];
    const { words } = await timing({ width: 320, height: 180, scenes });
    expect(words.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([[3000, 4000]]);
  });

  it('fetches a file like any source, in whatever encoding it is', async () => {
    const text = `1\r\n00:00:01,000 --> 00:00:02,000\r\nCafé\r\n`;
    await writeFile(join(dir, 'served', 'old.srt'), Buffer.from(text, 'latin1'));
    const silent = [{ duration: 4, elements: [] }];
    const { words } = await timing(project(`${server.url}/old.srt`, silent));
    expect(words.map(({ text: word }) => word)).toEqual(['Café']);
    const local = await timing(project(join(dir, 'served', 'old.srt'), silent));
    expect(local.words).toEqual(words);
  });

  it.each([
    ['page.html', '<html>not found</html>', 'MEDIA_INVALID'],
    ['large.srt', '1\n'.repeat(1_500_000), 'SOURCE_TOO_LARGE'],
    ['none.srt', null, 'SOURCE_NOT_FOUND'],
  ])('tells what is wrong with %s', async (name, content, code) => {
    if (content !== null) await writeFile(join(dir, 'served', name), content);
    const failed = timing(project(`${server.url}/${name}`));
    await expect(failed).rejects.toMatchObject({ code, pointer: '/elements/0/captions' });
  });

  it('refuses addresses that no source may have', async () => {
    const failed = timing(project('http://127.0.0.1:1/secret.srt'));
    await expect(failed).rejects.toMatchObject({ code: 'SOURCE_BLOCKED' });
  });

  it.each([
    [
      'no captions at all',
      'a\nb',
      'allowed is the text of an SRT, VTT, ASS, SBV, LRC or TTML file, or an http',
    ],
    ['captions without a cue', 'WEBVTT\n\nNOTE --> nothing', 'hold no cue'],
    ['a path', '/etc/passwd', 'http or https address'],
    ['a number', 7, 'the text of an SRT'],
  ])('refuses %s when the config is read', (_, captions, words) => {
    const parsed = parse(project(captions, [{ duration: 1, elements: [] }]), false);
    expect(parsed).toMatchObject({
      ok: false,
      issues: [{ pointer: '/elements/0/captions', message: expect.stringContaining(words) }],
    });
  });

  it('refuses two sources of words', () => {
    const parsed = parse(project('0:01.0 --> 0:02.0\nHi', spoken, { text: 'Hi' }));
    expect(parsed).toMatchObject({ ok: false, issues: [{ pointer: '/elements/0/captions' }] });
  });
});
