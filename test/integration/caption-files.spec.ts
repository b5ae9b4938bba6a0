import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../src/config/load-config.js';
import { buildPages } from '../../src/core/captions/paging/build-pages.js';
import { formatTimestamp } from '../../src/core/time/timestamp.js';
import type { WordTiming } from '../../src/core/timing/types.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import type { PlannedVideo } from '../../src/pipeline/types/planned-video.js';
import { captionSettings, readPages } from '../support/captions.js';
import { serveFolder } from '../support/serve-folder.js';
import { trueWords } from '../support/speech.js';
import { openRenderApp, type RenderApp } from '../support/render-app.js';

const CLIP = fileURLToPath(new URL('../media/speech/u7_flite_rms__clean', import.meta.url));

/** Caption files as the source of words, from the config to word times. */
describe('caption files', () => {
  const { signal } = new AbortController();
  let dir: string;
  let engines: RenderApp;
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
    engines = await openRenderApp(config);
    const clip = trueWords(JSON.parse(await readFile(`${CLIP}.json`, 'utf8')));
    truth = clip.words.map(({ text, startMs }) => ({ text, startMs: startMs ?? 0 }));
  });

  afterAll(async () => {
    await engines.close();
    await server.close();
    await rm(dir, { recursive: true, force: true });
  });

  const spoken = [{ elements: [{ type: 'audio', src: `${CLIP}.wav` }] }];

  const project = (captions: unknown, scenes: object[] = spoken, more: object = {}) => ({
    width: 320,
    height: 180,
    scenes,
    elements: [{ type: 'subtitles', language: 'en', captions, ...more }],
  });

  function parse(input: object, localSources = true) {
    return parseConfig(input, engines.fonts, { subtitleDefaults: {}, localSources });
  }

  async function plan(input: object): Promise<PlannedVideo> {
    const parsed = parse(input);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const workDir = await mkdtemp(join(dir, 'attempt-'));
    const context = { signal, workDir, localSources: true, onProgress: () => {} };
    return engines.planner.plan(parsed.project, context);
  }

  async function timing(input: object): Promise<WordTiming> {
    return (await plan(input)).captions!.timing;
  }

  /** The words of the clip as a caption file with four words per cue. */
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

  it('aligns the text of each cue to the speech during the cue', async () => {
    const { words, method, warnings } = await timing(project(srt()));
    expect(method).toBe('aligned');
    expect(warnings).toEqual([]);
    expect(words.map(({ text }) => text)).toEqual(truth.map(({ text }) => text));
    expect(words.map(({ cue }) => cue)).toEqual(truth.map((_, index) => Math.floor(index / 4)));
    const errors = words.map(({ startMs }, index) => Math.abs(startMs - truth[index]!.startMs));
    expect(errors.sort((a, b) => a - b)[errors.length >> 1]).toBeLessThan(40);
  });

  it('makes pages from the cues of the file and divides long cues', async () => {
    const { words } = await timing(project(srt()));
    const settings = captionSettings({ maxWordsPerLine: 3 });
    const measure = (text: string) => text.length * 10;
    const pages = buildPages(words, {
      settings,
      frame: { width: 320, height: 180 },
      measure,
      language: 'en',
    });
    for (const page of pages) {
      expect(new Set(page.lines.flat().map(({ cue }) => cue)).size).toBe(1);
    }
    expect(readPages(pages).join(' / ').replaceAll(' / ', ' ')).toBe(
      truth.map(({ text }) => text).join(' '),
    );
    const onePerLine = captionSettings({ maxWordsPerLine: 1 });
    const many = buildPages(words, {
      settings: onePerLine,
      frame: { width: 320, height: 180 },
      measure,
      language: 'en',
    });
    expect(many).toHaveLength(truth.length);
  });

  it('uses the word times of the file', async () => {
    const vtt = 'WEBVTT\n\n00:00.500 --> 00:02.000\nOne <00:01.000>two <00:01.500>three\n';
    const { words, method } = await timing(project(vtt));
    expect(method).toBe('given');
    expect(words.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
      ['One', 500, 1000],
      ['two', 1000, 1500],
      ['three', 1500, 2000],
    ]);
  });

  it('divides the time of a cue by syllables if nobody speaks, with a warning', async () => {
    const silent = [{ duration: 4, elements: [] }];
    const text =
      '00:00:01,000 --> 00:00:02,000\nHello wonderful world\n\n00:00:09,000 --> 00:00:10,000\nLate';
    const { words, method, warnings } = await timing(project(text, silent));
    expect(method).toBe('approximate');
    expect(words.map(({ text: word }) => word)).toEqual(['Hello', 'wonderful', 'world']);
    expect(words[0]!.startMs).toBe(1000);
    expect(words.at(-1)!.endMs).toBe(2000);
    expect(warnings).toEqual([
      'Word times are approximate in 1 of 1 cue in /elements/0/captions.',
      '1 cue in /elements/0/captions starts after the end of the video and is not shown.',
    ]);
  });

  it('counts from the start of the scene that contains it', async () => {
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

  it('fetches a file like any other source, in any encoding', async () => {
    const text = `1\r\n00:00:01,000 --> 00:00:02,000\r\nCafé\r\n`;
    await writeFile(join(dir, 'served', 'old.srt'), Buffer.from(text, 'latin1'));
    const silent = [{ duration: 4, elements: [] }];
    const { words } = await timing(project(`${server.url}/old.srt`, silent));
    expect(words.map(({ text: word }) => word)).toEqual(['Café']);
    const local = await timing(project(join(dir, 'served', 'old.srt'), silent));
    expect(local.words).toEqual(words);
  });

  const silence = (duration: number) => [{ duration, elements: [] }];

  it('warns about skipped and guessed parts of a file', async () => {
    const text =
      '1\r\n00:00:01,000 --> 00:00:02,000\r\nГде ты был всю ночь?\r\n\r\n2\r\n00:00:02,000 --> never\r\nНет\r\n';
    const bytes = Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? code : code - 0x410 + 0xc0;
    });
    await writeFile(join(dir, 'served', 'ru.srt'), Buffer.from(bytes));
    const { warnings, captions } = await plan(
      project(`${server.url}/ru.srt`, silence(4), { language: 'ru' }),
    );
    expect(captions!.timing.words.map(({ text: word }) => word).join(' ')).toBe(
      'Где ты был всю ночь?',
    );
    expect(warnings).toEqual([
      '/elements/0/captions: The file is not UTF-8 and was read as windows-1251. If characters are wrong, save the file as UTF-8 or set "language".',
      '/elements/0/captions: Skipped 1 cue with unreadable times (line 6).',
      'Word times are approximate in 1 of 1 cue in /elements/0/captions.',
    ]);
  });

  it('reads a UTF-8 file with damaged bytes', async () => {
    const text = '00:00:01,000 --> 00:00:02,000\nGrüße\n\n00:00:02,000 --> 00:00:03,000\nJa?\n';
    const bytes = Buffer.from(text);
    bytes[bytes.indexOf('?')] = 0xff;
    await writeFile(join(dir, 'served', 'bad.srt'), bytes);
    const { warnings, captions } = await plan(project(`${server.url}/bad.srt`, silence(4)));
    expect(captions!.timing.words.map(({ text: word }) => word)).toEqual(['Grüße', 'Ja']);
    expect(warnings[0]).toBe(
      '/elements/0/captions: Bytes that are not valid UTF-8 were left out. The first is in line 5, and the number of affected lines is 1.',
    );
  });

  it('uses the times of highlighted words, in milliseconds', async () => {
    const marked = [
      '1\n00:00:01,003 --> 00:00:01,061\n<u>So,</u> is it?',
      '2\n00:00:01,061 --> 00:00:01,112\nSo, <u>is</u> it?',
      '3\n00:00:01,112 --> 00:00:01,500\nSo, is <u>it?</u>',
    ].join('\n\n');
    const { words, method } = await timing(project(marked, silence(3)));
    expect(method).toBe('given');
    expect(words.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
      ['So,', 1003, 1061],
      ['is', 1061, 1112],
      ['it?', 1112, 1500],
    ]);
  });

  it('makes pages from a file with one word per cue as from a list of words', async () => {
    const cues = ['One', 'two', 'three'].map(
      (word, at) => `00:00:01,${at}00 --> 00:00:01,${at}80\n${word}\n`,
    );
    const { captions } = await plan(project(cues.join('\n'), silence(3)));
    expect(captions!.timing.words.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [1000, 1080],
      [1100, 1180],
      [1200, 1280],
    ]);
    expect(readPages(captions!.pages)).toEqual(['One two three']);
  });

  it('keeps the lines of speakers and gives their dashes no time', async () => {
    const text = '00:00:01,000 --> 00:00:03,000\n- Where are you?\n- Home';
    const { captions } = await plan(project(text, silence(4)));
    expect(readPages(captions!.pages)).toEqual(['- Where are you? / - Home']);
    expect(captions!.timing.words[0]).toMatchObject({ text: '- Where', startMs: 1000 });
  });

  it('shifts a time code that starts at one hour only with an offset', async () => {
    const text = '01:00:01,000 --> 01:00:02,000\nHello there\n';
    const late = await plan(project(text, silence(4)));
    expect(late.captions!.timing.words).toEqual([]);
    expect(late.warnings).toEqual([
      '1 cue in /elements/0/captions starts after the end of the video and is not shown.',
      'The first cue in /elements/0/captions starts at 01:00:01.000. If the time code of the file starts at 1 h, set "offset" in the caption settings to -3600.',
    ]);
    const { captions } = await plan(project(text, silence(4), { settings: { offset: -3600 } }));
    expect(captions!.timing.words.map(({ startMs }) => startMs)).toEqual([1000, 1667]);
    expect(captions!.pages.map(({ startMs }) => startMs)).toEqual([1000]);
  });

  it('aligns shifted cues to the speech at their new position', async () => {
    const shifted = srt().replaceAll(/(\d\d):(\d\d):(\d\d),/g, '10:$2:$3,');
    const { words, method } = await timing(
      project(shifted, spoken, { settings: { offset: -36_000 } }),
    );
    expect(method).toBe('aligned');
    const errors = words.map(({ startMs }, index) => Math.abs(startMs - truth[index]!.startMs));
    expect(errors.sort((a, b) => a - b)[errors.length >> 1]).toBeLessThan(40);
  });

  it.each([
    ['SBV', '0:00:01.000,0:00:02.000\nHello there\n'],
    ['LRC', '[00:01.00]Hello there\n[00:02.00]\n'],
    ['TTML', '<tt><body><p begin="1s" end="2s">Hello there</p></body></tt>'],
    ['SubRip with an escaped arrow', '1\n00:00:01,000 --&gt; 00:00:02,000\nHello there'],
    ['the output of Whisper', '[00:01.000 --> 00:02.000]  Hello there\n'],
  ])('accepts %s by URL and as text', async (_, text) => {
    await writeFile(join(dir, 'served', 'captions.txt'), text);
    for (const captions of [text, `${server.url}/captions.txt`]) {
      const { words } = await timing(project(captions, silence(3)));
      expect(words.map(({ text: word, startMs, endMs }) => [word, startMs, endMs])).toEqual([
        ['Hello', 1000, 1667],
        ['there', 1667, 2000],
      ]);
    }
  });

  it.each([
    ['page.html', '<html>not found</html>', 'MEDIA_INVALID'],
    ['large.srt', '1\n'.repeat(1_500_000), 'SOURCE_TOO_LARGE'],
    ['none.srt', null, 'SOURCE_NOT_FOUND'],
  ])('reports the problem with %s', async (name, content, code) => {
    if (content !== null) await writeFile(join(dir, 'served', name), content);
    const failed = timing(project(`${server.url}/${name}`));
    await expect(failed).rejects.toMatchObject({ code, pointer: '/elements/0/captions' });
  });

  it('rejects URLs that are blocked for all sources', async () => {
    const failed = timing(project('http://127.0.0.1:1/secret.srt'));
    await expect(failed).rejects.toMatchObject({ code: 'SOURCE_BLOCKED' });
  });

  it.each([
    [
      'no captions at all',
      'a\nb',
      'to be the text of an SRT, VTT, ASS, SBV, LRC, or TTML file, or an http',
    ],
    ['an empty caption file', 'WEBVTT\n\nNOTE --> nothing', 'contain no cue'],
    ['a path', '/etc/passwd', 'http or https address'],
    ['a number', 7, 'the text of an SRT'],
  ])('rejects %s when the config is parsed', (_, captions, words) => {
    const parsed = parse(project(captions, [{ duration: 1, elements: [] }]), false);
    expect(parsed).toMatchObject({
      ok: false,
      issues: [{ pointer: '/elements/0/captions', message: expect.stringContaining(words) }],
    });
  });

  it('rejects two sources of words', () => {
    const parsed = parse(project('0:01.0 --> 0:02.0\nHi', spoken, { text: 'Hi' }));
    expect(parsed).toMatchObject({ ok: false, issues: [{ pointer: '/elements/0/captions' }] });
  });
});
