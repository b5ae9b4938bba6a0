import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { composeFiles } from './compose-files.js';

describe('composeFiles', () => {
  it('sets every variable that the compose file requires, with new secrets', async () => {
    const [files, others] = [await composeFiles(), await composeFiles()];
    const compose = files.get('docker-compose.yml')!;
    const required = [...compose.matchAll(/\$\{(\w+):?\?/g)].map(([, name]) => name!);
    expect(required.length).toBeGreaterThan(1);
    const env = files.get('.env')!;
    for (const name of required) expect(env).toMatch(new RegExp(`^${name}=[0-9a-f]{64}$`, 'm'));
    expect(others.get('.env')).not.toBe(env);
    expect(files.get('.gitignore')).toContain('.env');
  });

  it('builds the image that the services use, from the npm package of this version', async () => {
    const files = await composeFiles();
    const { services } = parse(files.get('docker-compose.yml')!, { merge: true }) as {
      services: Record<string, { build?: string; command?: string[] }>;
    };
    expect(services['api']!.build).toBe('.');
    const dockerfile = files.get('Dockerfile')!;
    expect(dockerfile).toMatch(/npm install .*videocraft@\d+\.\d+\.\d+/);
    // The commands of the services are relative to the folder of the program.
    expect(services['worker']!.command!.join(' ')).toBe('node dist/src/worker.js');
    expect(dockerfile).toContain('WORKDIR /opt/videocraft/node_modules/videocraft\n');
  });

  it('runs the program as our own image does', async () => {
    const own = await readFile(new URL('../../../Dockerfile', import.meta.url), 'utf8');
    const dockerfile = (await composeFiles()).get('Dockerfile')!;
    const differing = dockerfile
      .split('\n')
      .filter((line) => line.trim() !== '' && !own.includes(`${line}\n`))
      .map((line) => line.split(' ')[0]);
    expect(differing).toEqual(['#', 'WORKDIR', 'RUN', 'WORKDIR']);
  });
});
