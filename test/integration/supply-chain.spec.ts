import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

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

  it('turns off the install script that reports installations', async () => {
    const manifest = JSON.parse(await readFile(`${ROOT}package.json`, 'utf8')) as {
      scarfSettings?: unknown;
    };
    expect(manifest.scarfSettings).toEqual({ enabled: false });
  });
});
