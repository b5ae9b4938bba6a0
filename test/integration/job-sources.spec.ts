import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { ScriptedServer } from '../support/scripted-server.js';
import { startTestService, type TestService } from '../support/service.js';
import { Studio } from '../support/studio.js';
import { TestProxy } from '../support/test-proxy.js';

const PICTURE = new URL('../media/pictures/i0.jpg', import.meta.url);

let picture: Buffer;
let server: ScriptedServer;
let proxy: TestProxy;

beforeAll(async () => {
  picture = await readFile(PICTURE);
  server = await ScriptedServer.start();
  proxy = await TestProxy.start();
});
beforeEach(() => {
  server.reset();
  proxy.requests.length = 0;
});
afterAll(async () => {
  await proxy.close();
  await server.close();
});

const scene = (...paths: string[]) => ({
  duration: 0.2,
  elements: paths.map((path) => ({
    type: 'image',
    src: path.startsWith('http') ? path : `${server.url}${path}`,
  })),
});
const project = (...scenes: object[]) => ({ width: 64, height: 36, scenes });

describe('the sources of a render', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('job-sources', {
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: server.host,
      VIDEOCRAFT_SOURCES_RETRIES: '0',
      HTTP_PROXY: `http://${proxy.host}`,
    });
  });
  afterAll(() => studio.close());

  it('are fetched concurrently, four per host, over reused connections', async () => {
    const held: ServerResponse[] = [];
    const names = ['/0', '/1', '/2', '/3', '/4', '/5'];
    for (const name of names) {
      server.scripts.set(name, (_request, response) => {
        held.push(response);
        // No request gets a response before four are open, or the last two.
        if (held.length === 4 || server.requests.length === 6) {
          for (const one of held.splice(0)) one.end(picture);
        }
      });
    }
    await studio.render(project(...names.map((name) => scene(name))));
    expect(new Set(server.requests.map(({ url }) => url))).toEqual(new Set(names));
    expect(server.requests).toHaveLength(6);
    expect(server.maxOpenRequests).toBe(4);
    expect(server.connectionCount).toBe(4);
  });

  it('are fetched once, however many outputs and scenes use them', async () => {
    server.scripts.set('/a', (_request, response) => void response.end(picture));
    server.scripts.set('/c.srt', (_request, response) => {
      response.end('1\n00:00:00,000 --> 00:00:00,200\nHi\n');
    });
    await studio.render({
      ...project(scene('/a', '/a#t=1'), scene('/a')),
      elements: [{ type: 'subtitles', captions: `${server.url}/c.srt` }],
      outputs: [{ type: 'video', name: 'tall', ratio: '9:16' }],
    });
    expect(new Set(server.requests.map(({ url }) => url))).toEqual(new Set(['/a', '/c.srt']));
    expect(server.requests).toHaveLength(2);
  });

  it('can have spaces in and around their addresses', async () => {
    server.scripts.set(
      '/my%20picture%20(1).jpg',
      (_request, response) => void response.end(picture),
    );
    const src = ` ${server.url}/my picture (1).jpg\n`;
    await studio.render({ ...project({ duration: 0.2, elements: [{ type: 'image', src }] }) });
    expect(server.requests).toHaveLength(1);
  });

  it('fail at the first source in config order, whichever the host answers first', async () => {
    let first: ServerResponse | null = null;
    server.scripts.set('/0', (_request, response) => void (first = response));
    server.scripts.set('/1', (_request, response) => {
      response.writeHead(404).end();
      void delay(100).then(() => first?.writeHead(403).end());
    });
    await expect(studio.render(project(scene('/0'), scene('/1')))).rejects.toMatchObject({
      code: 'SOURCE_NOT_FOUND',
      pointer: '/scenes/0/elements/0',
      message: expect.stringContaining('403'),
    });
  });

  it('stop when the first source fails', async () => {
    const closed = new Promise<void>((resolve) => {
      server.scripts.set('/0', (_request, response) => {
        response.write(picture.subarray(0, 100));
        response.once('close', resolve);
      });
    });
    server.scripts.set('/1', (_request, response) => {
      void delay(100).then(() => response.writeHead(404).end());
    });
    await expect(studio.render(project(scene('/0'), scene('/1')))).rejects.toMatchObject({
      pointer: '/scenes/1/elements/0',
    });
    await closed;
  });

  it('are fetched in the direct form of share links, with a warning', async () => {
    proxy.ports.set('www.dropbox.com', server.port);
    server.scripts.set('/s/x/a.jpg', (_request, response) => void response.end(picture));
    const { warnings } = await studio.render(
      project(scene('http://www.dropbox.com/s/x/a.jpg?dl=0')),
    );
    expect(proxy.requests).toEqual(['GET http://www.dropbox.com/s/x/a.jpg?dl=1']);
    expect(warnings).toEqual([
      'The address of /scenes/0/elements/0 is a share link of Dropbox. Its direct form was fetched.',
    ]);
  });

  it.each([
    [
      'http://www.youtube.com/watch?v=1',
      '<!doctype html><title>A video</title>',
      'It is a link of YouTube.',
    ],
    [
      'http://www.dropbox.com/sh/x/y',
      '<!DOCTYPE html>',
      'It is a link of Dropbox. Share the file with anyone',
    ],
    ['http://1drv.ms/v/s!x', '<html>', 'It is a link of OneDrive or SharePoint.'],
    [
      'http://drive.google.com/uc?export=download&id=1',
      '<!DOCTYPE html><html><head><title>Google Drive - Virus scan warning</title>',
      'The file is too large for the virus scan of Google',
    ],
    [
      'http://drive.google.com/uc?export=download&id=1',
      '<!DOCTYPE html><html><title>Google Drive - Quota exceeded</title>',
      'Google blocks the file because it was downloaded too often',
    ],
    ['http://example.com/', '<!doctype html>', 'Use the address of the file itself'],
  ])('explain the page at %s', async (src, page, says) => {
    const { host, pathname } = new URL(src);
    proxy.ports.set(host, server.port);
    server.scripts.set(pathname, (_request, response) => void response.end(page));
    await expect(studio.render(project(scene(src)))).rejects.toMatchObject({
      code: 'MEDIA_INVALID',
      pointer: '/scenes/0/elements/0',
      message: expect.stringMatching(
        new RegExp(`^The address opens a web page, not a file\\..*${says}`),
      ),
    });
  });
});

describe('the sources of a job', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService({
      VIDEOCRAFT_WORKERS: '1',
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: server.host,
    });
  }, 120_000);
  afterAll(() => service.close());

  async function run(body: object) {
    const made = await service.change('POST', '/videos', { body });
    const id = made.json['job_id'] as string;
    for (;;) {
      const { json } = await service.call(`/jobs/${id}`);
      if (['completed', 'failed'].includes(json.data['status'] as string)) {
        const events = await service.call(`/jobs/${id}/events`);
        return { job: json.data, events: events.json.data['events'] as Record<string, unknown>[] };
      }
      await delay(100);
    }
  }

  it('report retries in its events', async () => {
    server.scripts.set('/a', (_request, response, nth) => {
      if (nth > 1) response.end(picture);
      else response.writeHead(503, { 'retry-after': '1' }).end();
    });
    const { job, events } = await run(project(scene('/a')));
    expect(job).toMatchObject({ status: 'completed' });
    expect(events.filter(({ type }) => type === 'job.source_retried')).toMatchObject([
      {
        data: {
          pointer: '/scenes/0/elements/0',
          reason: 'The server responded with status 503. It asks clients to wait 1 s.',
          wait_seconds: 1,
          received_bytes: 0,
          attempt: 1,
        },
      },
    ]);
  }, 60_000);

  it('report the reason of a failure', async () => {
    const { job } = await run(project(scene('/none')));
    expect(job).toMatchObject({
      status: 'failed',
      error_code: 'SOURCE_NOT_FOUND',
      error: 'The server responded with status 404. The file does not exist. Check the address.',
    });
  }, 60_000);
});
