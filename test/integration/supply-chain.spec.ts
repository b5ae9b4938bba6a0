import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface LockedPackage {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly engines?: { readonly node?: string };
}
interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly unknown[];
}
interface Bill {
  readonly components: readonly Component[];
}

describe('supply chain', () => {
  let problemsOf: (lock: LockFile) => string[];
  let lock: LockFile;

  beforeAll(async () => {
    const tool: unknown = await import(pathToFileURL(`${ROOT}tools/supply-chain.mjs`).href);
    ({ problemsOf } = tool as { problemsOf: typeof problemsOf });
    lock = JSON.parse(await readFile(`${ROOT}package-lock.json`, 'utf8')) as LockFile;
  });

  it('accepts the lock file', () => {
    expect(problemsOf(lock)).toEqual([]);
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
  });

  it.each<[what: string, change: LockedPackage, problem: string]>([
    [
      'another registry',
      { resolved: 'https://packages.example/x.tgz' },
      'new does not come from the npm registry.',
    ],
    ['no checksum', { integrity: '' }, 'new has no checksum.'],
    [
      'an unknown install script',
      { hasInstallScript: true },
      'new has an install script that tools/supply-chain.mjs does not list.',
    ],
    [
      'a license that is not on the list',
      { license: 'AGPL-3.0' },
      'new has the license AGPL-3.0, which is not on the list.',
    ],
    [
      'no license',
      { license: undefined },
      'new has the license unknown, which is not on the list.',
    ],
  ])('reports a package with %s', (_what, change, problem) => {
    const added = { integrity: 'sha512-x', license: 'MIT', ...change };
    const packages = { ...lock.packages, 'node_modules/new': added };
    expect(problemsOf({ packages })).toEqual([problem]);
  });

  it('has an AWS SDK for the oldest Node that is supported, whose warning is turned off', () => {
    const versionOf = (range = '') => Number(/^>=(\d+\.\d+)/.exec(range)?.[1]);
    const oldest = versionOf(lock.packages['']?.engines?.node);
    const sdk = Object.entries(lock.packages).filter(([path]) => path.includes('/@aws-sdk/'));
    expect(sdk.length).toBeGreaterThan(3);
    for (const [path, { engines }] of sdk) {
      const needed = versionOf(engines?.node);
      expect({ path, isFit: needed <= oldest }).toEqual({ path, isFit: true });
    }
  });

  it('has what ships in the bill of materials, with the packages in the studio', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'videocraft-bill-')), 'sbom.json');
    await promisify(execFile)(process.execPath, [`${ROOT}tools/supply-chain.mjs`, path]);
    const bill = JSON.parse(await readFile(path, 'utf8')) as Bill;
    await rm(dirname(path), { recursive: true });
    const listed = new Map(bill.components.map((one) => [`${one.name}@${one.version}`, one]));
    const bundled = JSON.parse(
      await readFile(`${ROOT}dist/studio/licenses.json`, 'utf8'),
    ) as Component[];
    expect(bundled.map(({ name }) => name)).toContain('preact');
    for (const { name, version } of bundled) {
      const component = listed.get(`${name}@${version}`);
      expect(component).toMatchObject({
        scope: 'required',
        purl: expect.stringMatching(/^pkg:npm/),
      });
      expect(component!.licenses).not.toEqual([]);
    }
    const refs = new Set(bill.components.map((one) => one['bom-ref']));
    expect(refs.size).toBe(bill.components.length);
    const names = new Set(bill.components.map(({ name }) => name));
    const manifest = JSON.parse(await readFile(`${ROOT}package.json`, 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const name of Object.keys(manifest.dependencies)) expect([...names]).toContain(name);
    // Tools of development are not parts of what ships.
    expect(names.has('jest')).toBe(false);
  }, 120_000);

  it('turns off the install script that reports installations', async () => {
    const manifest = JSON.parse(await readFile(`${ROOT}package.json`, 'utf8')) as {
      scarfSettings?: unknown;
    };
    expect(manifest.scarfSettings).toEqual({ enabled: false });
  });
});
