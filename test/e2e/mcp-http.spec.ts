import { setTimeout as delay } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { AgentClient, jobIn, PROTOCOLS, sizeOfJpeg, tokensOf } from '../support/agent-client.js';
import { ADMIN_KEY, startTestService, type TestService } from '../support/service.js';

const SCENE = { duration: 1, 'background-color': '#204060', elements: [] };
const PROJECT = {
  width: 320,
  height: 180,
  scenes: [SCENE, { ...SCENE, elements: [{ type: 'text', text: 'Hello' }] }],
  elements: [{ type: 'subtitles', words: [{ word: 'Hello', start: 0.2, end: 0.8 }] }],
};
const MESSAGE = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} };

describe('/mcp', () => {
  let service: TestService;
  let agent: AgentClient;

  beforeAll(async () => {
    service = await startTestService({ VIDEOCRAFT_WORKERS: '1' });
    agent = await connect();
  }, 120_000);

  afterAll(async () => {
    await agent.close();
    await service.close();
  });

  const connect = (key = ADMIN_KEY, negotiation?: Parameters<typeof AgentClient.connect>[1]) =>
    AgentClient.connect(
      new StreamableHTTPClientTransport(new URL(`${service.url}/mcp`), {
        requestInit: { headers: { Authorization: `Bearer ${key}` } },
      }),
      negotiation,
    );

  /** A message as a program sends it, without the SDK. */
  const post = (body: unknown, headers: Record<string, string> = {}, path = '/mcp') =>
    fetch(`${service.url}${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${ADMIN_KEY}`,
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it.each(PROTOCOLS)('speaks the protocol of %s', async (version, negotiation) => {
    const other = await connect(ADMIN_KEY, negotiation);
    expect(other.client.getNegotiatedProtocolVersion()).toBe(version);
    expect((await other.call('validate_project', { project: PROJECT })).text).toMatch(
      /^The config is valid\.\nEstimate/,
    );
    await other.close();
  });

  it('has the same tools as the local server, but for files of the machine', async () => {
    const listed = await agent.client.listTools();
    expect(tokensOf(listed)).toBeLessThanOrEqual(2_200);
    const { tools } = listed;
    expect(tools.map(({ name }) => name)).toEqual([
      'validate_project',
      'make_still',
      'render_video',
      'follow_job',
      'cancel_job',
      'get_transcript',
      'upload_asset',
      'list_styles',
      'list_fonts',
      'list_transitions',
      'list_examples',
      'read_guide',
    ]);
    const [, , render] = tools;
    expect(Object.keys(render!.inputSchema.properties!)).toEqual(['project', 'wait']);
  });

  it('renders, shows moments, and reads the captions back', async () => {
    const still = await agent.call('make_still', { project: PROJECT, at: [0.5, 1.5], wait: 45 });
    expect(still.pictures.map(sizeOfJpeg)).toEqual([
      [320, 180],
      [320, 180],
    ]);
    // The video of the stills is gone, so that it counts against no limit, and nothing leads to it.
    expect(still.text).toMatch(/is completed\.\n2\.00 s, 320x180, 30 frames per second\.$/);
    const { json } = await service.call('/videos');
    expect(json.data['videos']).toEqual([]);

    const progress: number[] = [];
    const video = await agent.call('render_video', { project: PROJECT, wait: 45 }, (percent) =>
      progress.push(percent),
    );
    const address = /video\.mp4: (\S+)/.exec(video.text)![1]!;
    expect(address).toMatch(
      /^http:\/\/localhost:\d+\/api\/v1\/videos\/[0-9a-f-]{36}\/files\/video\.mp4$/,
    );
    const download = await fetch(address, { headers: { Authorization: `Bearer ${ADMIN_KEY}` } });
    expect(download.status).toBe(200);
    expect(video.text).toContain('2.00 s, 320x180, 30 frames per second');
    const job = jobIn(video);
    expect((await agent.call('get_transcript', { job })).text).toMatch(
      /^1 word, .*\n0\.20 0\.80 Hello$/,
    );
    expect(video.text).toContain('1 word in the captions');
    expect((await agent.call('follow_job')).text).toContain(`${job}: completed, 100 %`);
    expect((await agent.call('cancel_job', { job })).text).toMatch(/^JOB_NOT_CANCELLABLE:/);
  }, 120_000);

  it('warns of what the render would skip, and describes a template as well', async () => {
    const captions = '1\n00:00:00,200 --> 00:00:00,900\nGood\n\n2\n00:00:01,000 --> x\nmorning\n';
    const far = { type: 'shape', x: 8_000, y: 0, width: 10, height: 10 };
    const config = { ...PROJECT, elements: [far, { type: 'subtitles', captions }] };
    const direct = await agent.call('validate_project', { project: config });
    expect(direct.text).toMatch(
      /^The config is valid\.\nEstimated work .*\nWarnings:\n- \/elements\/1\/captions: .*\n- \/elements\/0: The element is outside of /,
    );
    const body = { name: 'captioned', config };
    const made = await service.change('POST', '/templates', { body });
    const project = { template: made.json.data['id'] };
    expect((await agent.call('validate_project', { project })).text).toBe(direct.text);
  });

  it('stores files that configs use', async () => {
    const text = '1\n00:00:00,200 --> 00:00:00,900\nGood morning\n';
    const stored = await agent.call('upload_asset', { text, name: 'captions.srt' });
    expect(stored.tokens).toBeLessThanOrEqual(300);
    const { src } = /"src": "(?<src>asset:[0-9a-f-]{36})"/.exec(stored.text)!.groups!;
    expect(stored.text).toBe(
      `Stored "captions.srt" (text/plain; charset=utf-8, ${text.length} bytes). In a config, use "src": "${src}".`,
    );
    expect((await agent.call('upload_asset', { text, name: 'captions.srt' })).text).toContain(src);
    const project = { ...PROJECT, elements: [{ type: 'subtitles', captions: src }] };
    expect((await agent.call('validate_project', { project })).text).toContain(
      'The config is valid.',
    );
    const other = { ...PROJECT, elements: [{ type: 'subtitles', captions: `asset:${uuidv7()}` }] };
    const refused = await agent.call('validate_project', { project: other });
    expect(refused.text).toContain('/elements/0/captions');
  });

  it.each([
    ['upload_asset', { text: 'x' }, 'INVALID_ARGUMENTS:\n"name" is missing.'],
    [
      'upload_asset',
      { url: 'http://127.0.0.1/a.png', text: 'x' },
      'INVALID_ARGUMENTS:\nSend either "url" or "text".',
    ],
    ['upload_asset', { url: 'http://127.0.0.1/a.png' }, 'SOURCE_BLOCKED:'],
    [
      'validate_project',
      { project: { scene: [] } },
      'VALIDATION_ERROR:\n/scene: Unknown field "scene". Did you mean "scenes"? Known fields:',
    ],
    [
      'validate_project',
      { project: { scenes: [{ duration: 1, elements: [{ type: 'image', src: 'a.jpg' }] }] } },
      '/scenes/0/elements/0/src',
    ],
    [
      'validate_project',
      { project: '{"comment":"\\u0000","scenes":[{"duration":1}]}' },
      'VALIDATION_ERROR:\n/comment',
    ],
    [
      'render_video',
      { project: PROJECT, output: 'x.mp4' },
      'INVALID_ARGUMENTS:\n/output: Unknown field "output".',
    ],
    ['follow_job', { job: '../../etc' }, 'JOB_NOT_FOUND:'],
  ])('teaches %s how to do it right: %#', async (name, args, message) => {
    const { text, isError } = await agent.call(name, args);
    expect(text).toContain(message);
    expect(isError).toBe(true);
  });

  it('shows and permits only what the scopes of a key do', async () => {
    const { key } = await service.key('jobs:read');
    const reader = await connect(key);
    const { tools } = await reader.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'follow_job',
      'list_styles',
      'list_fonts',
      'list_transitions',
      'list_examples',
      'read_guide',
    ]);
    const refused = await reader.call('render_video', { project: PROJECT });
    expect(refused.text).toMatch(/^UNKNOWN_TOOL:/);
    await reader.close();
  });

  it('keeps the jobs of keys apart', async () => {
    const job = jobIn(await agent.call('render_video', { project: PROJECT, wait: 0 }));
    const { key } = await service.key('videos:write', 'videos:read', 'jobs:read', 'jobs:cancel');
    const other = await connect(key);
    for (const name of ['follow_job', 'cancel_job', 'get_transcript']) {
      const { text } = await other.call(name, { job });
      expect(text).toMatch(
        /^(JOB|VIDEO)_NOT_FOUND:\nNo (job|video) with this ID belongs to your key\.$/,
      );
    }
    expect((await other.call('follow_job')).text).toBe('There are no jobs yet.');
    await other.close();
  });

  it.each<[what: string, status: number, code: string, send: () => Promise<Response>]>([
    ['no key', 401, 'MISSING_AUTH_HEADER', () => post(MESSAGE, { Authorization: '' })],
    ['a wrong key', 401, 'INVALID_API_KEY', () => post(MESSAGE, { Authorization: 'Bearer x' })],
    [
      'a foreign page',
      403,
      'CORS_ORIGIN_REJECTED',
      () => post(MESSAGE, { Origin: 'https://evil.example' }),
    ],
    [
      'an own page without a token',
      403,
      'CSRF_TOKEN_REQUIRED',
      () =>
        post(MESSAGE, {
          Origin: service.url,
        }),
    ],
    [
      'a browser without a token',
      403,
      'CSRF_TOKEN_REQUIRED',
      () => post(MESSAGE, { 'Sec-Fetch-Site': 'none' }),
    ],
    ['a list of messages', 400, 'VALIDATION_ERROR', () => post([MESSAGE, MESSAGE])],
    ['a text', 400, 'VALIDATION_ERROR', () => post('"hello"')],
    ['broken JSON', 400, 'VALIDATION_ERROR', () => post('{"jsonrpc":')],
    [
      'a form',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      () => post(MESSAGE, { 'Content-Type': 'text/plain' }),
    ],
    [
      '2 MB',
      413,
      'PAYLOAD_TOO_LARGE',
      () => post({ ...MESSAGE, params: { x: 'x'.repeat(2 << 20) } }),
    ],
    [
      'a subscription',
      400,
      'VALIDATION_ERROR',
      () => post({ ...MESSAGE, method: 'subscriptions/listen' }),
    ],
  ])('refuses %s with %d', async (_what, status, code, send) => {
    const response = await send();
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      status,
      code,
    ]);
  });

  it.each<[what: string, message: object]>([
    ['another version', { ...MESSAGE, jsonrpc: '1.0' }],
    ['no method', { jsonrpc: '2.0', id: 1 }],
    ['an unknown method', { ...MESSAGE, method: 'constructor' }],
    ['no ID', { ...MESSAGE, id: null }],
    ['a list of parameters', { ...MESSAGE, params: [1] }],
    ['no name of a tool', { ...MESSAGE, method: 'tools/call' }],
    ['the name of a member', { ...MESSAGE, method: 'tools/call', params: { name: 'toString' } }],
    [
      'a text as arguments',
      { ...MESSAGE, method: 'tools/call', params: { name: 'list_fonts', arguments: 'x' } },
    ],
    [
      'a foreign file',
      { ...MESSAGE, method: 'resources/read', params: { uri: 'file:///etc/passwd' } },
    ],
    ['a cursor', { ...MESSAGE, params: { cursor: 'x' } }],
    [
      'a notification',
      { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } },
    ],
    ['an answer', { jsonrpc: '2.0', id: 1, result: {} }],
  ])('survives %s', async (_what, message) => {
    const response = await post(message);
    const text = await response.text();
    expect(response.status).toBeLessThan(500);
    expect(text).not.toMatch(/root:|node_modules|at .*\.js/);
  });

  it('does not wait with a large body, which takes a place of few', async () => {
    const large = { ...PROJECT, comment: 'x'.repeat(1_000), 'client-data': 'x'.repeat(100_000) };
    const started = await agent.call('render_video', { project: large, wait: 45 });
    expect(started.text).toContain('Call follow_job with this job to wait for it.');
    const ended = await agent.call('follow_job', { job: jobIn(started), wait: 45 });
    expect(ended.text).toContain('is completed.');
  }, 60_000);

  it('has no stream of its own and no sessions, so that any process can answer', async () => {
    for (const method of ['GET', 'DELETE']) {
      const response = await fetch(`${service.url}/mcp`, {
        method,
        headers: { Authorization: `Bearer ${ADMIN_KEY}`, Accept: 'text/event-stream' },
      });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'OPTIONS, POST']);
    }
    const response = await post(MESSAGE, { 'Mcp-Session-Id': 'of-another-process' });
    expect(response.status).toBe(200);
    expect(response.headers.get('mcp-session-id')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-ratelimit-limit')).not.toBeNull();
    await response.text();
  });

  it('answers calls that wait at once when the service stops', async () => {
    const long = { ...PROJECT, scenes: [{ ...SCENE, duration: 3_600 }] };
    const jobs = await Promise.all(
      [0, 1].map(() => agent.call('render_video', { project: long, wait: 0 })),
    );
    const waiting = agent.call('follow_job', { job: jobIn(jobs[1]!), wait: 45 });
    await delay(1_000);
    const [answer] = await Promise.all([waiting, service.stopApi()]);
    expect(answer.text).toMatch(/is (pending|processing)/);
  }, 90_000);
});
