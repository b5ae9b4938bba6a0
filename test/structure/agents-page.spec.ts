import { existsSync, readFileSync } from 'node:fs';
import { FontCatalog } from '../../src/engine/fonts/font-catalog.js';
import { KEY_SCOPES } from '../../src/http/access/key-scopes.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';

const ROOT = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/agents.md', ROOT), 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(
    ([, text]) => text!,
  );

interface ServerEntry {
  readonly command?: string;
  readonly args?: readonly string[];
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const settings = blocks('json').map(
  (text) =>
    JSON.parse(text) as {
      mcpServers?: Record<string, ServerEntry>;
      servers?: Record<string, ServerEntry>;
    },
);
const entries = settings.flatMap(({ mcpServers, servers }) =>
  Object.values(mcpServers ?? servers ?? {}),
);

describe('docs/agents.md', () => {
  it('has settings that start the built command line, or name the service', () => {
    expect(entries.length).toBeGreaterThan(4);
    const bin = (
      JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
        bin: Record<string, string>;
      }
    ).bin['videocraft']!;
    for (const { command, args = [], url, headers } of entries) {
      if (url === undefined) {
        expect(['node', 'wsl.exe']).toContain(command);
        expect(args.slice(-4)).toEqual([
          `/opt/videocraft/${bin}`,
          'mcp',
          '--root',
          '/home/me/videos',
        ]);
      } else {
        expect(url).toBe('http://localhost:3002/mcp');
        expect(headers).toEqual({ Authorization: 'Bearer YOUR_KEY' });
      }
    }
    const commands = blocks('bash').join('');
    expect(commands).toContain(`node /opt/videocraft/${bin} mcp --root`);
    expect(existsSync(new URL('src/cli.ts', ROOT))).toBe(true);
  });

  it('names only scopes that exist', () => {
    const named = [...page.matchAll(/\b(?:videos|jobs|audit|metrics):[a-z]+/g)].map(
      ([scope]) => scope,
    );
    expect(named.filter((scope) => !(KEY_SCOPES as readonly string[]).includes(scope))).toEqual([]);
  });

  it('has a config with a schema that is valid', async () => {
    const config = settings.find((one) => '$schema' in one);
    const fonts = await FontCatalog.load();
    const parsed = parseConfig(config, fonts, { subtitleDefaults: {}, localSources: false });
    expect(parsed.ok).toBe(true);
  });
});
