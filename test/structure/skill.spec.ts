import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FontCatalog } from '../../src/engine/fonts/font-catalog.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';

const SKILL = fileURLToPath(new URL('../../skills/videocraft/', import.meta.url));
const pages = readdirSync(SKILL, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);
const read = (name: string) => readFileSync(join(SKILL, name), 'utf8');

/** Each JSON block of the skill, with the page and the line that it begins in. */
const snippets = pages.flatMap((name) =>
  [...read(name).matchAll(/^```json\n([^]*?)^```/gm)].map(
    ({ 1: text, index }): [where: string, text: string] => [
      `${name}:${read(name).slice(0, index).split('\n').length}`,
      text!,
    ],
  ),
);

describe('the skill', () => {
  let fonts: FontCatalog;

  beforeAll(async () => {
    fonts = await FontCatalog.load();
  });

  it('has the front matter of the open format', () => {
    const [, matter = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(read('SKILL.md'))!;
    const fields = new Map(
      matter.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]),
    );
    expect(fields.get('name')).toBe('videocraft');
    expect(fields.get('description')!.length).toBeLessThanOrEqual(1024);
    expect(body.split('\n').length).toBeLessThan(500);
  });

  it('has snippets', () => {
    expect(snippets.length).toBeGreaterThan(4);
  });

  it.each(snippets)('%s is a valid config', (_where, text) => {
    const settings = { subtitleDefaults: {}, localSources: true };
    const parsed = parseConfig(JSON.parse(text), fonts, settings);
    expect(parsed.ok ? [] : parsed.issues).toEqual([]);
  });

  it.each(pages)('%s has links only to files that exist', (name) => {
    const targets = [...read(name).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, to]) => to!);
    for (const target of targets) {
      expect(statSync(join(SKILL, dirname(name), target)).isFile()).toBe(true);
    }
  });

  it('names only tools and fields that exist', () => {
    const known = readFileSync(new URL('../../docs/video-config.md', import.meta.url), 'utf8');
    const tools = readdirSync(new URL('../../src/mcp/tools/', import.meta.url))
      .map((file) => readFileSync(new URL(`../../src/mcp/tools/${file}`, import.meta.url), 'utf8'))
      .concat(readFileSync(new URL('../../src/cli/mcp/files-tool.ts', import.meta.url), 'utf8'));
    const named = pages.flatMap((name) =>
      [...read(name).matchAll(/`([a-z]+(?:[_-][a-z]+)*)`/g)].map(([, word]) => word!),
    );
    const unknown = named.filter(
      (word) => !known.includes(`\`${word}\``) && !tools.some((text) => text.includes(`'${word}'`)),
    );
    const styles = readFileSync(new URL('../../docs/captions.md', import.meta.url), 'utf8');
    expect(unknown.filter((word) => !styles.includes(word))).toEqual([]);
  });
});
