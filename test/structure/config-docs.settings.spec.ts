import { readFileSync, writeFileSync } from 'node:fs';
import { VARIABLES } from '../../src/config/variables.js';
import { NOT_PASSED, withExampleSettings, withPassedSettings } from '../support/settings-files.js';

const COMPOSE = ['docker-compose.yml', 'deploy/compose/cluster.yml', 'deploy/compose/workers.yml'];

describe.each([
  ...COMPOSE.map((file) => [file, withPassedSettings] as const),
  ['.env.example', withExampleSettings] as const,
])('%s', (file, update) => {
  it('has all settings of the service (`npm run docs:fields` updates them)', () => {
    const text = readFileSync(file, 'utf8');
    const right = update(text);
    if (process.env['WRITE_DOCS'] === 'true') writeFileSync(file, right);
    else expect(text).toBe(right);
    expect(right).toContain('VIDEOCRAFT_LOG_LEVEL');
    expect(right).toContain('VIDEOCRAFT_SUBTITLES_FONT_SIZE');
  });
});

describe('.env.example', () => {
  it('has each variable that a compose file reads, once', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const offered = lines.flatMap((line) => /^#([A-Z][A-Z0-9_]*)=/.exec(line)?.[1] ?? []);
    const read = [...COMPOSE, 'deploy/compose/secrets.yml'].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\$\{(\w+)/g)].map(([, name]) => name!),
    );
    expect(new Set(offered).size).toBe(offered.length);
    expect([...new Set(read)].filter((name) => !offered.includes(name))).toEqual([]);
    expect(offered.filter((name) => !read.includes(name))).toEqual([]);
  });
});

it('leaves out only variables that exist', () => {
  const known: readonly string[] = Object.values(VARIABLES).map(({ name }) => name);
  expect(Object.keys(NOT_PASSED).filter((name) => !known.includes(name))).toEqual([]);
});
