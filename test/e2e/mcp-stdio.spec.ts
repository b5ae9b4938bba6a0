import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { AgentClient, jobIn, PROTOCOLS, sizeOfJpeg, tokensOf } from '../support/agent-client.js';
import { processesNaming } from '../support/processes.js';

const CLI = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
const SCRIPT = 'Every morning the team collects the numbers.';

const PROJECT = {
  width: 320,
  height: 180,
  scenes: [
    {
      elements: [
        { type: 'image', src: 'media/photo.jpg' },
        { type: 'audio', src: 'media/speech.wav' },
      ],
    },
    {
      duration: 1,
      'background-color': '#204060',
      elements: [{ type: 'text', text: 'The end' }],
    },
  ],
  elements: [
    {
      type: 'subtitles',
      words: SCRIPT.split(' ').map((word, index) => ({
        word,
        start: index * 0.3,
        end: index * 0.3 + 0.25,
      })),
    },
  ],
};

describe('videocraft mcp', () => {
  let dir: string;
  let root: string;
  let env: Record<string, string>;
  let agent: AgentClient;
  let pid: number;

  const transport = (options: Record<string, string> = {}) =>
    new StdioClientTransport({
      command: process.execPath,
      args: [CLI, 'mcp', '--root', root],
      env: { ...env, ...options },
      cwd: '/',
      stderr: 'ignore',
    });

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-mcp-'));
    await chmod(dir, 0o755);
    root = join(dir, 'root');
    await mkdir(join(root, 'media'), { recursive: true });
    await copyFile(`${MEDIA}pictures/i0.jpg`, join(root, 'media/photo.jpg'));
    await copyFile(`${MEDIA}speech/u9_flite_slt_fast__clean.wav`, join(root, 'media/speech.wav'));
    const { PATH = '', HOME = '' } = process.env;
    // Without a data folder of its own, it is in the root folder.
    env = { PATH, HOME };
    const own = transport();
    agent = await AgentClient.connect(own);
    pid = own.pid!;
  }, 60_000);

  afterAll(async () => {
    await agent.close();
    await rm(dir, { recursive: true, force: true });
  });

  it.each(PROTOCOLS)(
    'speaks the protocol of %s',
    async (version, negotiation) => {
      const other = await AgentClient.connect(transport(), negotiation);
      expect(other.client.getNegotiatedProtocolVersion()).toBe(version);
      expect(other.client.getInstructions()).toContain('validate_project');
      expect((await other.call('validate_project', { project: PROJECT })).text).toMatch(
        /^The config is valid\.\nEstimate/,
      );
      await other.close();
    },
    60_000,
  );

  it('describes each tool with strict arguments and hints', async () => {
    const { tools } = await agent.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'validate_project',
      'make_still',
      'render_video',
      'follow_job',
      'cancel_job',
      'get_transcript',
      'list_styles',
      'list_fonts',
      'list_transitions',
      'list_examples',
      'read_guide',
      'list_files',
    ]);
    for (const { inputSchema, annotations, description, title } of tools) {
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(Object.keys(annotations!)).toEqual(
        expect.arrayContaining(['readOnlyHint', 'destructiveHint', 'idempotentHint']),
      );
      expect([description, title]).not.toContain(undefined);
      // One spelling of each argument.
      const names = Object.keys(inputSchema.properties ?? {});
      expect(names.filter((name) => !/^[a-z]+$/.test(name))).toEqual([]);
    }
    const writing = tools.filter(({ annotations }) => !annotations!.readOnlyHint);
    expect(writing.map(({ name }) => name)).toEqual(['render_video', 'cancel_job']);
  });

  it('renders, shows moments, and reads the captions back', async () => {
    const still = await agent.call('make_still', { project: PROJECT, at: [0.5] });
    expect(still.text).toMatch(
      /is completed\.\nThe video would be \d\.\d\d s long, 320x180\. Scenes start at 0\.00, \d\.\d\d s\.$/,
    );
    expect(sizeOfJpeg(still.pictures[0]!)).toEqual([320, 180]);

    const progress: number[] = [];
    const video = await agent.call(
      'render_video',
      { project: JSON.stringify(PROJECT), wait: 45, output: 'out/first.mp4' },
      (percent) => progress.push(percent),
    );
    expect(video.text).toContain(`video.mp4: ${join(root, 'out/first.mp4')}`);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect((await stat(join(root, 'out/first.mp4'))).size).toBeGreaterThan(1_000);
    const transcript = await agent.call('get_transcript', { job: jobIn(video) });
    expect(transcript.text).toContain('\n0.00 0.25 Every\n0.30 0.55 morning\n');
    const again = await agent.call('render_video', { project: PROJECT, output: 'out/first.mp4' });
    expect(again.text).toBe(
      'INVALID_ARGUMENTS:\n/output: The file out/first.mp4 already exists. Use another name, or set "overwrite" to true.',
    );
    await writeFile(
      join(root, 'out/project.json'),
      JSON.stringify({
        ...PROJECT,
        scenes: [{ duration: 1, elements: [{ type: 'image', src: '../media/photo.jpg' }] }],
      }),
    );
    expect(await readdir(join(root, 'data'))).toContain('cache');
    const named = await agent.call('render_video', { file: 'out/project.json', wait: 45 });
    expect(named.text).toContain(join(root, 'videos/video-1.mp4'));
  }, 120_000);

  it('returns the job at once, so that no client gives up, and cancels it', async () => {
    const long = {
      ...PROJECT,
      scenes: [{ duration: 600, elements: [{ type: 'image', src: 'media/photo.jpg', zoom: 5 }] }],
      elements: [],
      width: 1920,
      height: 1080,
    };
    const started = await agent.call('render_video', { project: long, wait: 0 });
    expect(started.text).toMatch(/^Job job-\d+ is (pending|processing): 0 %.*\nCall follow_job/);
    const job = jobIn(started);
    expect((await agent.call('follow_job')).text).toContain(`${job}: `);
    expect((await agent.call('cancel_job', { job })).text).toBe(`Job ${job} is cancelled.`);
    expect((await agent.call('follow_job', { job })).text).toBe(`Job ${job} is cancelled.`);
    expect((await agent.call('get_transcript', { job })).text).toContain('is cancelled');
  }, 60_000);

  it.each([
    [
      'validate_project',
      { projct: {} },
      'INVALID_ARGUMENTS:\n/projct: Unknown field "projct". Did you mean "project"? Known fields: file, project.',
    ],
    ['validate_project', {}, 'INVALID_ARGUMENTS:\n"project" is missing. Expected a video config.'],
    [
      'validate_project',
      { project: { scenes: [{ elements: [{ type: 'imag', src: 'x' }] }] } },
      'VALIDATION_ERROR:\n/scenes/0/elements/0/type: Expected "type" to be one of',
    ],
    ['validate_project', { project: '{"scenes": [' }, 'INVALID_ARGUMENTS:\n/project'],
    [
      'make_still',
      { project: PROJECT, at: 3 },
      'INVALID_ARGUMENTS:\n/at: Expected "at" to be a list with 1 to 4 items, but got 3.',
    ],
    ['follow_job', { job: 'job-99' }, 'JOB_NOT_FOUND:\nThere is no job "job-99".'],
    [
      'read_guide',
      { page: 'caption' },
      'INVALID_ARGUMENTS:\n/page: There is no page "caption". Did you mean "captions"?',
    ],
    ['read_guide', { page: 'video-config', section: 'subtitle' }, 'Did you mean "subtitles"?'],
    ['list_examples', { name: 'films' }, 'Did you mean "film"?'],
    [
      'rendr_video',
      {},
      'UNKNOWN_TOOL:\nThere is no tool "rendr_video" for this key. Did you mean render_video?',
    ],
  ])('teaches %s how to do it right: %#', async (name, args, message) => {
    const { text, isError } = await agent.call(name, args);
    expect(text).toContain(message);
    expect(isError).toBe(true);
  });

  describe('keeps to the root folder', () => {
    beforeAll(async () => {
      await writeFile(join(dir, 'secret.srt'), '1\n00:00:00,000 --> 00:00:01,000\nsecret\n');
      await writeFile(join(root, '.hidden.srt'), 'x');
      await mkdir(join(root, 'data/secrets'), { recursive: true });
      await writeFile(join(root, 'data/secrets/key.srt'), 'x');
      await mkdir(join(root, 'service/secrets'), { recursive: true });
      await writeFile(join(root, 'service/secrets/admin-api-key'), 'x');
      await writeFile(join(root, 'data/other.srt'), 'x');
      await symlink(join(dir, 'secret.srt'), join(root, 'link.srt'));
      await symlink(dir, join(root, 'up'));
    });

    const reading = (src: string) => ({
      scenes: [{ duration: 1, elements: [] }],
      elements: [{ type: 'subtitles', captions: src }],
    });

    it.each(['../secret.srt', 'link.srt', 'up/secret.srt', '/etc/passwd', '/etc/no-such-file'])(
      'and does not read %s',
      async (src) => {
        const { text } = await agent.call('validate_project', { project: reading(src) });
        expect(text).toMatch(/^SOURCE_NOT_FOUND:\n\S+: The file is outside the root folder /);
      },
    );

    it.each(['.hidden.srt', 'data/other.srt', 'service/secrets/admin-api-key'])(
      'and does not read %s',
      async (src) => {
        const { text } = await agent.call('validate_project', { project: reading(src) });
        expect(text).toContain('The file is hidden, or belongs to the data folder');
      },
    );

    it.each(['../out.mp4', '/tmp/out.mp4', 'up/out.mp4', '.git/out.mp4', 'data/out.mp4', 'x.sh'])(
      'and does not write %s',
      async (output) => {
        const { text, isError } = await agent.call('render_video', { project: PROJECT, output });
        expect(isError).toBe(true);
        expect(text).toMatch(/^INVALID_ARGUMENTS:/);
      },
    );

    it('and does not read a config outside of it', async () => {
      const { text } = await agent.call('validate_project', { file: '../secret.json' });
      expect(text).toContain('outside the root folder');
    });

    it('and lists no other files', async () => {
      const { text } = await agent.call('list_files');
      expect(text).toContain('\nmedia/photo.jpg (');
      expect(text).not.toMatch(/secret|hidden|link|data\//);
    });

    it.each(['/', process.env['HOME'] ?? '/root'])('and refuses %s as one', async (folder) => {
      const child = spawn(process.execPath, [CLI, 'mcp', '--root', folder], { env });
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      expect(await once(child, 'close')).toEqual([1, null]);
      expect(said).toContain('more than an agent needs');
    });
  });

  it('has the schemas, the guide, and the examples as resources, and a prompt', async () => {
    const { resources } = await agent.client.listResources();
    const uris = resources.map(({ uri }) => uri);
    expect(uris).toEqual(
      expect.arrayContaining([
        'videocraft://schema/video-config.json',
        'videocraft://guide/captions.md',
        'videocraft://examples/captions/karaoke.json',
      ]),
    );
    for (const uri of uris) {
      const { contents } = await agent.client.readResource({ uri });
      expect((contents[0] as { text: string }).text.length).toBeGreaterThan(50);
    }
    await expect(
      agent.client.readResource({ uri: 'videocraft://guide/../../package.json' }),
    ).rejects.toThrow('videocraft://guide/../../package.json');
    const prompt = await agent.client.getPrompt({
      name: 'make_video',
      arguments: { script: SCRIPT },
    });
    expect(JSON.stringify(prompt.messages)).toContain(SCRIPT);
  });

  it('has answers that fit into a context window, with the sizes of the docs', async () => {
    const documented = await documentedSizes();
    const long = {
      ...PROJECT,
      scenes: Array.from({ length: 200 }, () => ({
        duration: 1,
        elements: [{ type: 'imag' }, { oops: 1 }],
      })),
    };
    const four = { project: { ...PROJECT, width: 1920, height: 1080 }, at: [0.2, 0.6, 1, 1.4] };
    const words = {
      ...PROJECT,
      scenes: [{ duration: 100, elements: [] }],
      elements: [
        {
          type: 'subtitles',
          words: Array.from({ length: 900 }, (_, i) => ({
            word: 'international',
            start: i / 10,
            end: i / 10 + 0.09,
          })),
        },
      ],
    };
    const spoken = await agent.call('render_video', {
      project: { ...words, width: 64, height: 36, fps: 10 },
      wait: 45,
    });
    let stills = await agent.call('make_still', { ...four, wait: 45 });
    while (stills.text.includes('Call follow_job')) {
      stills = await agent.call('follow_job', { job: jobIn(stills), wait: 45 });
    }
    expect(stills.pictures).toHaveLength(4);
    const pages = await pageSizes();
    const answers: Record<string, number> = {
      'tools/list': tokensOf(await agent.client.listTools()),
      validate_project: (await agent.call('validate_project', { project: long })).tokens,
      make_still: stills.tokens,
      render_video: spoken.tokens,
      follow_job: (await agent.call('follow_job')).tokens,
      get_transcript: (await agent.call('get_transcript', { job: jobIn(spoken) })).tokens,
      list_styles: (await agent.call('list_styles')).tokens,
      list_fonts: (await agent.call('list_fonts')).tokens,
      list_transitions: (await agent.call('list_transitions')).tokens,
      list_examples: (await agent.call('list_examples', { name: 'looks' })).tokens,
      read_guide: Math.max(...pages),
      list_files: (await agent.call('list_files')).tokens,
    };
    for (const [name, tokens] of Object.entries(answers)) {
      expect([name, tokens <= documented.get(name)!]).toEqual([name, true]);
    }
    process.stderr.write(`${JSON.stringify(answers)}\n`);
  }, 180_000);

  /** The most tokens of each answer in docs/agents.md. */
  async function documentedSizes(): Promise<Map<string, number>> {
    const page = await readFile(new URL('../../docs/agents.md', import.meta.url), 'utf8');
    const rows = page.matchAll(/^\| `([a-z_/]+)` +\|.*\| +([\d,]+) +\|$/gm);
    return new Map([...rows].map(([, name, most]) => [name!, Number(most!.replaceAll(',', ''))]));
  }

  async function pageSizes(): Promise<number[]> {
    const { text } = await agent.call('read_guide');
    const names = text.split('\n').map((line) => line.split(':', 1)[0]!);
    expect(names).toContain('captions');
    const sizes = await Promise.all(
      names.map(async (page) => (await agent.call('read_guide', { page })).tokens),
    );
    const sections = ['scene', 'image', 'video', 'text', 'subtitles', 'outputs', 'transition'];
    for (const section of sections) {
      const answer = await agent.call('read_guide', { page: 'video-config', section });
      expect([section, answer.isError]).toEqual([section, false]);
      sizes.push(answer.tokens);
    }
    return sizes;
  }

  it('writes nothing but the protocol to its output, and ends with its client', async () => {
    // Something that greets on the standard output while the server runs.
    const noise = 'data:text/javascript,setInterval(()=>console.log("hello"),20).unref()';
    // A data folder of its own, whose processes are those of this server.
    const data = join(dir, 'noisy-data');
    const child = spawn(process.execPath, ['--import', noise, CLI, 'mcp', '--root', root], {
      env: { ...env, VIDEOCRAFT_DATA_DIR: data },
    });
    let [out, loud] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (loud += chunk.toString()));
    const send = (message: object) =>
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    const client = { capabilities: {}, clientInfo: { name: 'raw', version: '1' } };
    send({ id: 1, method: 'initialize', params: { protocolVersion: '2024-11-05', ...client } });
    send({ method: 'notifications/initialized' });
    const long = {
      scenes: [{ duration: 600, elements: [{ type: 'image', src: 'media/photo.jpg', zoom: 5 }] }],
    };
    send({
      id: 2,
      method: 'tools/call',
      params: { name: 'render_video', arguments: { project: long, wait: 2 } },
    });
    while (!out.includes('"id":2')) await delay(50);
    while (!loud.includes('hello')) await delay(50);
    const messages = out
      .trim()
      .split('\n')
      .slice(out.startsWith('hello') ? 1 : 0);
    const first = messages
      .filter((line) => line !== 'hello')
      .map((line) => JSON.parse(line) as object);
    expect(first[0]).toMatchObject({ id: 1, result: { protocolVersion: '2024-11-05' } });
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(await processesNaming(data)).toEqual([]);
    expect((await readdir(data)).filter((name) => name.startsWith('render-'))).toEqual([]);
  }, 90_000);

  it('ends when it is asked to', async () => {
    const other = transport();
    const client = await AgentClient.connect(other);
    process.kill(other.pid!, 'SIGTERM');
    for (;;) {
      try {
        process.kill(other.pid!, 0);
      } catch {
        break;
      }
      await delay(50);
    }
    await client.close();
    expect(pid).not.toBe(other.pid);
  }, 60_000);
});
