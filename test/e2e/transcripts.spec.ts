import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readCaptions } from '../../src/core/captions/read/read-captions.js';
import { serveMedia } from '../../examples/demo/serve-media.js';
import { startTestService, type TestService } from '../support/service.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const JSON_TYPE = 'application/json';

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Captions of a finished video: downloaded, read, corrected, and rendered again. */
describe('subtitles and transcripts', () => {
  let service: TestService;
  let media: Awaited<ReturnType<typeof serveMedia>>;
  /** A video of three plain scenes with a caption in the first and in the last. */
  let captioned: string;

  const project = {
    width: 160,
    height: 90,
    scenes: ['#102030', '#302010', '#203010'].map((color) => {
      return { 'background-color': color, duration: 2, elements: [] };
    }),
    elements: [
      {
        type: 'subtitles',
        language: 'en',
        words: [
          { word: 'Helo', start: 0.2, end: 0.5 },
          { word: 'there.', start: 0.5, end: 0.8 },
          { word: 'Bye.', start: 4.2, end: 4.6 },
        ],
      },
    ],
  };

  beforeAll(async () => {
    media = await serveMedia(ROOT);
    service = await startTestService({
      VIDEOCRAFT_WORKERS: '1',
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: media.host,
    });
    captioned = await make(project);
  }, 120_000);

  afterAll(async () => {
    await service.close();
    await media.close();
  });

  async function make(config: object): Promise<string> {
    const { status, json } = await service.change('POST', '/videos', { body: config });
    expect(status).toBe(202);
    return finished(json['job_id'] as string);
  }

  async function finished(id: string): Promise<string> {
    for (;;) {
      const { json } = await service.call(`/jobs/${id}/status`);
      if (json['status'] === 'completed') return id;
      expect(['pending', 'processing']).toContain(json['status']);
      await delay(100);
    }
  }

  const correct = (id: string, body: unknown, more: object = {}) =>
    service.change('PUT', `/videos/${id}/transcript`, { body, ...more });

  it('contain the words of a caption file in video time, and keep them there', async () => {
    const captions =
      '1\n01:00:00,200 --> 01:00:01,200\n- Who?\n- Me.\n\n2\n01:00:01,200 --> soon\nLost\n';
    const id = await make({
      ...project,
      elements: [{ type: 'subtitles', captions, settings: { offset: -3600 } }],
    });
    const { json } = await service.call(`/videos/${id}`);
    expect(json.data['warnings']).toEqual([
      '/elements/0/captions: Skipped 1 cue with unreadable times (line 7).',
      'Word times are approximate in 1 of 1 cue in /elements/0/captions.',
    ]);
    const srt = (await service.call(`/videos/${id}/subtitles.srt`)).text;
    const timesOf = async (video: string) => {
      const { json: transcript } = await service.call(`/videos/${video}/transcript`);
      return (transcript.data['words'] as Word[]).map(({ start, end }) => [start, end]);
    };
    const times = await timesOf(id);
    expect(times).toEqual([
      [0.2, 0.7],
      [0.7, 1.2],
    ]);
    const words = ['Who?', 'Me!'].map((word, at) => {
      return { word, start: times[at]![0], end: times[at]![1] };
    });
    const { json: answer } = await correct(id, { words });
    expect(await timesOf(await finished(answer.data['job_id'] as string))).toEqual(times);
    expect(srt).toContain('- Who?\n- Me.\n');
  }, 60_000);

  it('are listed and served in every format', async () => {
    const { json } = await service.call(`/videos/${captioned}`);
    const [track] = json.data['subtitle_tracks'] as { urls: Record<string, string> }[];
    const path = `/api/v1/videos/${captioned}`;
    expect(track).toMatchObject({ words: 3, method: 'given' });
    expect(json.data['links']).toMatchObject({ transcript: `${path}/transcript` });
    const types = {
      srt: 'application/x-subrip',
      vtt: 'text/vtt; charset=utf-8',
      ass: 'text/x-ass; charset=utf-8',
      json: JSON_TYPE,
    };
    expect(Object.keys(track!.urls)).toEqual(Object.keys(types));
    for (const [format, type] of Object.entries(types)) {
      expect(track!.urls[format]).toBe(`${path}/subtitles.${format}`);
      const answer = await service.call(`/videos/${captioned}/subtitles.${format}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
      if (format !== 'json') {
        const read = readCaptions(answer.text);
        expect('cues' in read && read.cues.map(({ text }) => text)).toEqual([
          'Helo there.',
          'Bye.',
        ]);
      }
      const etag = answer.headers.get('etag')!;
      const headers = { 'if-none-match': etag };
      const again = await service.call(`/videos/${captioned}/subtitles.${format}`, { headers });
      expect([again.status, again.text]).toEqual([304, '']);
    }
    const names = (json.data['files'] as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual([
      'video.mp4',
      'subtitles.srt',
      'subtitles.vtt',
      'subtitles.ass',
      'subtitles.json',
    ]);
  });

  it('return the words with their times', async () => {
    const { json } = await service.call(`/videos/${captioned}/transcript`);
    expect(json.data).toEqual({
      id: captioned,
      language: 'en',
      method: 'given',
      text: 'Helo there. Bye.',
      words: project.elements[0]!.words.map((word) => ({ ...word, confidence: null })),
    });
  });

  it('render corrected words, and encode only the segments that show them', async () => {
    const { json } = await service.call(`/videos/${captioned}/transcript`);
    const words = (json.data['words'] as Word[]).map((word) =>
      word.word === 'Helo' ? { ...word, word: 'Hello' } : word,
    );
    const headers = { 'Idempotency-Key': 'the-correction' };
    const created = await correct(captioned, { words }, { headers });
    expect(created.status).toBe(202);
    const id = (created.json.data as { job_id: string }).job_id;
    expect(id).not.toBe(captioned);
    expect(created.headers.get('location')).toBe(`/api/v1/jobs/${id}`);
    const again = await correct(captioned, { words }, { headers });
    expect([again.json.data['job_id'], again.headers.get('idempotent-replayed')]).toEqual([
      id,
      'true',
    ]);

    await finished(id);
    const { json: made } = await service.call(`/videos/${id}`);
    const { total, cached } = made.data['segments'] as { total: number; cached: number };
    // Only the captions of the first scene have changed.
    expect(total).toBeGreaterThanOrEqual(3);
    expect(total - cached).toBe(1);
    const vtt = await service.call(`/videos/${id}/subtitles.vtt`);
    expect(vtt.text).toContain('Hello there.');
    const old = await service.call(`/videos/${captioned}/subtitles.vtt`);
    expect(old.text).toContain('Helo there.');
  }, 60_000);

  it('accept their own responses as words', async () => {
    const answer = await service.call(`/videos/${captioned}/transcript`);
    const { text: file } = await service.call(`/videos/${captioned}/subtitles.json`);
    const transcript = answer.json.data;
    const [subtitles] = project.elements;
    const { words: _, ...look } = subtitles!;
    const made: string[] = [];
    for (const given of [
      { words: JSON.parse(file) as object },
      { words: answer.json },
      { words: transcript['words'] },
      { captions: transcript },
      { captions: file },
    ]) {
      const elements = [{ ...look, ...given }];
      const { status, json } = await service.change('POST', '/videos', {
        body: { ...project, elements },
      });
      expect(status).toBe(202);
      made.push(json['job_id'] as string);
    }
    const back = await correct(captioned, transcript);
    expect(back.status).toBe(202);
    made.push((back.json.data as { job_id: string }).job_id);
    for (const id of made) {
      const { json } = await service.call(`/videos/${await finished(id)}/transcript`);
      expect(json.data).toEqual({ ...transcript, id });
    }
  }, 120_000);

  it('align a corrected script', async () => {
    const src = `http://${media.host}/test/media/speech/report.mp3`;
    const id = await make({
      width: 160,
      height: 90,
      scenes: [
        {
          elements: [
            { type: 'audio', src },
            { type: 'subtitles', text: 'Every morning the team.' },
          ],
        },
      ],
    });
    const { status, json } = await correct(id, { text: 'Every morning the team meets.' });
    expect(status).toBe(202);
    const other = await finished((json.data as { job_id: string }).job_id);
    const transcript = await service.call(`/videos/${other}/transcript`);
    expect(transcript.json.data).toMatchObject({
      method: 'aligned',
      text: 'Every morning the team meets.',
    });
    const [first] = transcript.json.data['words'] as { confidence: number | null }[];
    expect(first!.confidence).toBeGreaterThan(0);
  }, 120_000);

  it.each([
    ['neither words nor a script', {}, ''],
    ['both words and a script', { words: [], text: 'x' }, ''],
    ['another type', { wrods: [] }, '/wrods'],
    ['no words', { words: [] }, '/words'],
    ['invalid words', { words: 'Hello' }, '/words'],
    ['an empty script', { text: ' ' }, '/text'],
    [
      'a word that ends before it starts',
      { words: [{ word: 'a', start: 2, end: 1 }] },
      '/words/0/end',
    ],
    [
      'an unknown field of a word',
      { words: [{ word: 'a', start: 0, end: 1, bold: 1 }] },
      '/words/0/bold',
    ],
  ])('reject %s', async (_, body, pointer) => {
    const { status, json } = await correct(captioned, body);
    expect([status, json['code']]).toEqual([400, 'VALIDATION_ERROR']);
    expect(json['details']).toMatch(
      new RegExp(`^${pointer === '' ? 'Send either' : `${pointer}: `}`),
    );
  });

  it('belong to the key of the video, with its scopes and a token', async () => {
    const words = [{ word: 'a', start: 0, end: 1 }];
    const other = await service.key('videos:read', 'videos:write');
    const reader = await service.key('videos:read');
    for (const path of ['subtitles.srt', 'transcript']) {
      const answer = await service.call(`/videos/${captioned}/${path}`, { key: other.key });
      expect([answer.status, answer.json['code']]).toEqual([404, 'VIDEO_NOT_FOUND']);
    }
    expect((await correct(captioned, { words }, { key: other.key })).json['code']).toBe(
      'VIDEO_NOT_FOUND',
    );
    expect((await correct(captioned, { words }, { key: reader.key })).json['code']).toBe(
      'INSUFFICIENT_SCOPE',
    );
    const bare = await service.call(`/videos/${captioned}/transcript`, {
      method: 'PUT',
      body: JSON.stringify({ words }),
      headers: { 'content-type': JSON_TYPE },
    });
    expect(bare.json['code']).toBe('CSRF_TOKEN_REQUIRED');
  });

  it('report missing captions, and leave no files', async () => {
    const id = await make({ width: 64, height: 64, scenes: [{ duration: 0.5, elements: [] }] });
    const { json } = await service.call(`/videos/${id}`);
    expect(json.data).toMatchObject({ subtitle_tracks: [], links: { transcript: null } });
    for (const answer of [
      await service.call(`/videos/${id}/subtitles.vtt`),
      await service.call(`/videos/${id}/transcript`),
      await correct(id, { text: 'Hi' }),
      await service.call(`/videos/${captioned}/subtitles.txt`),
    ]) {
      expect([answer.status, answer.json['code']]).toEqual([404, 'FILE_NOT_FOUND']);
    }
    expect((await service.change('DELETE', `/videos/${captioned}`)).status).toBe(200);
    const left = await readdir(join(service.dataDir, 'videos'));
    expect(left.filter((name) => name.startsWith(captioned))).toEqual([]);
    const gone = await service.call(`/videos/${captioned}/subtitles.srt`);
    expect([gone.status, gone.json['code']]).toEqual([404, 'VIDEO_NOT_FOUND']);
  }, 60_000);
});
