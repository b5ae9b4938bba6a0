import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlannedCaptions } from '../../src/pipeline/types/planned-video.js';
import { readPages } from '../support/captions.js';
import { serveFolder } from '../support/serve-folder.js';
import { trueWords } from '../support/speech.js';
import { Studio } from '../support/studio.js';

const CLIP = fileURLToPath(new URL('../media/speech/u7_flite_rms__clean', import.meta.url));

/** Words with times from people and tools, from the config to the captions. */
describe('given words', () => {
  let studio: Studio;
  let served: string;
  let server: Awaited<ReturnType<typeof serveFolder>>;

  beforeAll(async () => {
    served = await mkdtemp(join(tmpdir(), 'videocraft-served-'));
    server = await serveFolder(served);
    studio = await Studio.open('tool-words', {
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: server.url.replace('http://', ''),
    });
    await writeFile(join(served, 'whisper.json'), JSON.stringify(WHISPER));
  });

  afterAll(async () => {
    await studio.engines.close();
    await studio.close();
    await server.close();
    await rm(served, { recursive: true, force: true });
  });

  async function plan(input: object): Promise<PlannedCaptions & { warnings: readonly string[] }> {
    const workDir = await mkdtemp(join(studio.dir, 'plan-'));
    const context = { signal: new AbortController().signal, workDir, localSources: true };
    const planned = await studio.engines.planner.plan(studio.parse(input), {
      ...context,
      onProgress: () => {},
    });
    return { ...planned.captions!, warnings: planned.warnings };
  }

  const silent = (seconds: number, subtitles: object) => ({
    width: 640,
    height: 360,
    scenes: [{ duration: seconds }],
    elements: [{ type: 'subtitles', language: 'en', ...subtitles }],
  });

  const WHISPER = {
    text: " It's $5.99. Yes.",
    segments: [
      {
        id: 0,
        start: 0.5,
        end: 2.5,
        text: " It's $5.99. Yes.",
        words: [
          { word: ' It', start: 0.5, end: 0.7, probability: 0.9 },
          { word: "'s", start: 0.7, end: 0.8, probability: 0.9 },
          { word: ' $5', start: 0.8, end: 1.2, probability: 0.9 },
          { word: '.99.', start: 1.2, end: 1.6, probability: 0.9 },
          { word: ' Yes.', start: 2, end: 2.5, probability: 0.9 },
        ],
      },
    ],
  };

  it('are the same from a document in the config, as text, by URL, and in `words`', async () => {
    const expected = [
      ["It's", 500, 800],
      ['$5.99.', 800, 1600],
      ['Yes.', 2000, 2500],
    ];
    for (const subtitles of [
      { words: WHISPER },
      { captions: WHISPER },
      { captions: JSON.stringify(WHISPER) },
      { captions: `${server.url}/whisper.json` },
    ]) {
      const { timing, pages } = await plan(silent(4, subtitles));
      expect(timing.method).toBe('given');
      expect(timing.words.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual(
        expected,
      );
      expect(readPages(pages)).toEqual(["It's $5.99.", 'Yes.']);
    }
  });

  it('are dropped after the end, with a warning', async () => {
    const words = Array.from({ length: 40 }, (_, at) => ({
      word: `w${at}`,
      start: at / 2,
      end: at / 2 + 0.4,
    }));
    const { timing, warnings } = await plan(silent(5, { words }));
    expect(timing.words).toHaveLength(10);
    expect(timing.words.every(({ startMs, endMs }) => endMs - startMs === 400)).toBe(true);
    expect(warnings).toEqual([
      '30 words in /elements/0/words start after the end of the video and are not shown. The first is "w10" at 5 s.',
    ]);
  });

  it('in a caption file are dropped after the end, with a warning', async () => {
    const captions =
      'WEBVTT\n\n00:01.000 --> 00:07.000\nOne <00:02.000>two <00:06.000>three\n\n00:08.000 --> 00:09.000\nFour\n';
    const { timing, warnings } = await plan(silent(4, { captions }));
    expect(timing.words.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
      ['One', 1000, 2000],
      ['two', 2000, 4000],
    ]);
    expect(warnings).toEqual([
      '1 cue in /elements/0/captions starts after the end of the video and is not shown.',
      '1 word in /elements/0/captions starts after the end of the video and is not shown.',
    ]);
  });

  it('are drawn in composed form, with the original spaces and line breaks', async () => {
    const text = '한국어 자막 café';
    const captions = (said: string) => `00:00:00,000 --> 00:00:03,000\n${said}\n`;
    const approximate = [expect.stringContaining('approximate')];
    const toNfc = await plan(silent(4, { captions: captions(text) }));
    const decomposed = await plan(silent(4, { captions: captions(text.normalize('NFD')) }));
    expect(decomposed.pages).toEqual(toNfc.pages);
    // No character is missing from the fonts.
    expect(decomposed.warnings).toEqual(approximate);
    expect(readPages(toNfc.pages)).toEqual([text]);

    const { timing } = await plan(
      silent(4, { captions: captions('今天天气 我们去公园\u2014好的') }),
    );
    expect(timing.words.filter(({ space }) => space !== undefined)).toMatchObject([
      { text: '我们', space: true },
    ]);
  });

  it('of two speakers keep their times', async () => {
    const words = [
      { word: 'I', start: 0, end: 1 },
      { word: 'think', start: 1, end: 1.6 },
      { word: 'so.', start: 2, end: 2.5 },
      { word: 'no', start: 1.1, end: 1.4 },
    ];
    const { timing, pages, warnings } = await plan(silent(5, { words }));
    expect(timing.words.map(({ text, startMs }) => [text, startMs])).toEqual([
      ['I', 0],
      ['think', 1000],
      ['so.', 2000],
      ['no', 1100],
    ]);
    expect(readPages(pages)).toEqual(['I think', 'no', 'so.']);
    expect(warnings).toEqual([]);
  });

  it('of two scenes joined by a transition are on separate pages, in every file', async () => {
    const silence = await studio.make('silence.wav', '-f', 'lavfi', '-i', 'anullsrc=r=48000:d=3');
    const said = (text: string, from: number) =>
      text
        .split(' ')
        .map((word, at) => ({ word, start: from + at * 0.4, end: from + at * 0.4 + 0.35 }));
    const first = said('Our first stop is the old harbour.', 0.2);
    const second = said('Next we climb up.', 0.1);
    const scene = (words: object[]) => ({ elements: [{ type: 'audio', src: silence, words }] });
    const report = await studio.render({
      width: 320,
      height: 180,
      draft: true,
      scenes: [scene(first), { ...scene(second), transition: { style: 'crossfade', duration: 1 } }],
      elements: [{ type: 'subtitles', language: 'en' }],
    });
    const file = (format: string) =>
      readFile(join(report.outputDir, `subtitles.${format}`), 'utf8');
    const text = 'Our first stop is the old harbour. Next we climb up.';
    const transcript = JSON.parse(await file('json')) as {
      text: string;
      words: { start: number }[];
    };
    expect(transcript.text).toBe(text);
    expect(transcript.words.map(({ start }) => Math.round(start * 1000))).toEqual([
      ...first.map(({ start }) => Math.round(start * 1000)),
      ...second.map(({ start }) => Math.round(start * 1000) + 2000),
    ]);
    for (const format of ['srt', 'vtt', 'ass']) {
      const lines = (await file(format)).replace(/\{[^}]*\}|\\N/g, ' ').replace(/\s+/g, ' ');
      expect(lines).toContain('Our first stop is the old harbour.');
      expect(lines).toContain('Next we climb up.');
    }
  }, 60_000);

  it('are aligned if a document has times for sentences only', async () => {
    const clip = trueWords(JSON.parse(await readFile(`${CLIP}.json`, 'utf8')));
    const [words] = [clip.words.slice(0, 6)];
    const start = (words[0]!.startMs ?? 0) / 1000;
    const end = (clip.words[6]!.startMs ?? 0) / 1000;
    const text = words.map((word) => word.text).join(' ');
    const { timing } = await plan({
      width: 640,
      height: 360,
      scenes: [{ elements: [{ type: 'audio', src: `${CLIP}.wav` }] }],
      elements: [
        {
          type: 'subtitles',
          language: 'en',
          captions: { text, segments: [{ id: 0, start, end, text: ` ${text}` }] },
        },
      ],
    });
    expect(timing.method).toBe('aligned');
    timing.words.forEach(({ startMs }, index) => {
      expect(Math.abs(startMs - (words[index]!.startMs ?? 0))).toBeLessThan(120);
    });
  }, 60_000);
});
