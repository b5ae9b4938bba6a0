import { readFile } from 'node:fs/promises';
import { GuideLibrary } from '../../src/engine/guide/guide-library.js';
import { type ReverseProxy, startReverseProxy } from '../support/reverse-proxy.js';
import { startTestService, type TestService } from '../support/service.js';

const PREFIX = '/media/videocraft';
const ROOT = new URL('../../', import.meta.url);

/** The addresses of the links and pictures of a page, and its anchors. */
function partsOf(html: string): { targets: string[]; anchors: Set<string> } {
  const values = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, value]) => value!);
  return {
    targets: values(/ (?:href|src)="([^"]*)"/g),
    anchors: new Set(values(/<h\d id="([^"]*)"/g)),
  };
}

describe.each([
  ['at the root', ''],
  ['below the path of a proxy', PREFIX],
])('the guide %s', (_where, prefix) => {
  let service: TestService;
  let proxy: ReverseProxy;
  let origin: string;

  beforeAll(async () => {
    proxy = await startReverseProxy(PREFIX, () => service.url, { stripsPrefix: true });
    service = await startTestService(
      prefix === '' ? {} : { VIDEOCRAFT_SERVER_PUBLIC_URL: proxy.url },
    );
    origin = prefix === '' ? service.url : new URL(proxy.url).origin;
  }, 60_000);

  afterAll(async () => {
    await service.close();
    await proxy.close();
  });

  const get = async (path: string) => {
    const response = await fetch(`${origin}${path}`);
    return { response, text: await response.text() };
  };

  it('has pages whose links all lead somewhere', async () => {
    const seen = new Map<string, Promise<Awaited<ReturnType<typeof get>>>>();
    const open = (path: string) => {
      if (!seen.has(path)) seen.set(path, get(path));
      return seen.get(path)!;
    };
    const broken: string[] = [];
    const waiting = [`${prefix}/docs/guide`];
    const visited = new Set<string>();
    for (const path of waiting) {
      if (visited.has(path)) continue;
      visited.add(path);
      const { response, text } = await open(path);
      if (response.status !== 200) broken.push(path);
      if (!response.headers.get('content-type')!.startsWith('text/html')) continue;
      for (const target of partsOf(text).targets) {
        if (/^https?:/.test(target)) continue;
        const [next = '', anchor] = target.split('#');
        if (!next.startsWith(`${prefix}/docs/guide`)) {
          if ((await open(next)).response.status !== 200) broken.push(`${path} -> ${target}`);
          continue;
        }
        waiting.push(next);
        if (anchor === undefined) continue;
        const { anchors } = partsOf((await open(next)).text);
        if (!anchors.has(anchor)) broken.push(`${path} -> ${target}`);
      }
    }
    expect(broken).toEqual([]);
    expect(visited.size).toBeGreaterThan(40);
  }, 60_000);

  it('has llms.txt, whose links lead to Markdown', async () => {
    const { response, text } = await get(`${prefix}/llms.txt`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const lines = text.split('\n');
    expect(lines[0]).toBe('# VideoCraft');
    expect(lines[2]).toMatch(/^> /);
    expect(lines.filter((line) => line.startsWith('## '))).toEqual([
      '## Write configs',
      '## Use and run the service',
      '## Optional',
    ]);
    const links = [...text.matchAll(/^- \[[^\]]+\]\((\S+)\): \S/gm)].map(([, link]) => link!);
    expect(links).toHaveLength(lines.filter((line) => line.startsWith('- ')).length);
    for (const link of links) {
      const page = await fetch(link);
      expect([link, page.status, page.headers.get('content-type')]).toEqual([
        link,
        200,
        'text/markdown; charset=utf-8',
      ]);
      await page.text();
    }
  });

  // Paths that leave the prefix of a proxy are for the proxy.
  if (prefix === '') {
    it.each([
      'nothing',
      '..%2Fpackage.json',
      '../../package.json',
      'images/..%2fstyle.md',
      'images',
    ])('has no page %s', async (name) => {
      expect((await fetch(`${service.url}/docs/guide/${name}`)).status).toBe(404);
    });

    it('loads nothing of others', async () => {
      const response = await fetch(`${service.url}/docs/guide/captions`);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      const { targets } = partsOf(await response.text());
      expect(targets.filter((target) => /\.(js|css)$/.test(target))).toEqual([]);
    });
  }

  it('has llms-full.txt with absolute links', async () => {
    const { text } = await get(`${prefix}/llms-full.txt`);
    expect(text).toContain('# The video config');
    expect(text).not.toContain('<!--');
    expect(text).not.toMatch(/\]\((?!https?:)[\w.-]+\.md/);
  });
});

describe('the docs', () => {
  it('contain no HTML, which would be shown as text', async () => {
    const { pages } = await GuideLibrary.load();
    const html = pages.filter(({ markdown }) =>
      /^<[a-z]/m.test(markdown.replaceAll(/^```[^]*?^```/gm, '')),
    );
    expect(html.map(({ name }) => name)).toEqual([]);
  });

  it('are a part of the image, and of the package', async () => {
    const dockerfile = await readFile(new URL('Dockerfile', ROOT), 'utf8');
    const manifest = JSON.parse(await readFile(new URL('package.json', ROOT), 'utf8')) as {
      files?: string[];
    };
    const ignored = await readFile(new URL('.dockerignore', ROOT), 'utf8');
    for (const folder of ['docs', 'examples']) {
      expect(dockerfile).toContain(`COPY --from=build /app/${folder} ./${folder}`);
      expect(ignored.split('\n')).not.toContain(folder);
      // Without a list, a package contains everything.
      if (manifest.files)
        expect(manifest.files.map((file) => file.replace(/\/$/, ''))).toContain(folder);
    }
  });
});
