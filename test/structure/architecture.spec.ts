import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(`${ROOT}docs/architecture.md`, 'utf8');

/** The folders of `src` that contain files, relative to it. */
function foldersWithFiles(): string[] {
  const files = readdirSync(`${ROOT}src`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(`${ROOT}src`, entry.parentPath));
  return [...new Set(files)].filter((folder) => folder !== '').sort();
}

describe('docs/architecture.md', () => {
  it('lists every folder of src that contains files, and no other', () => {
    const [, list = ''] = page.split('\n## Folders\n');
    const named = [...list.matchAll(/^- `([\w/-]+)`: /gm)].map(([, folder]) => folder!);
    expect(named.toSorted()).toEqual(foldersWithFiles());
  });

  it('names only existing files', () => {
    const named = [...page.matchAll(/`([\w./-]+\/[\w.-]+\.(?:ts|json|mjs|cjs))`/g)].map(
      ([, file]) => file!,
    );
    expect(named.length).toBeGreaterThan(20);
    const exists = (file: string) => existsSync(`${ROOT}src/${file}`) || existsSync(ROOT + file);
    expect(named.filter((file) => !exists(file))).toEqual([]);
  });
});

describe('pages', () => {
  const pages = readdirSync(`${ROOT}docs`, { recursive: true, encoding: 'utf8' })
    // The overview is the text that the API was built from. Its other pages are not in this
    // repository.
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`)
    .concat('README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md');

  it.each(pages)('%s names only existing source files', (name) => {
    const text = readFileSync(ROOT + name, 'utf8');
    const paths =
      /`((?:src|test|core|engine|pipeline|http|security|jobs|videos)\/[\w./-]+\.(?:ts|mjs))`/g;
    const files = [...text.matchAll(paths)].map(([, file]) => file!);
    const exists = (file: string) => existsSync(`${ROOT}src/${file}`) || existsSync(ROOT + file);
    expect(files.filter((file) => !exists(file))).toEqual([]);
  });

  it.each(pages)('%s has links only to files that exist', (name) => {
    const text = readFileSync(ROOT + name, 'utf8');
    const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, to]) => to!);
    expect(targets.filter((to) => !existsSync(`${ROOT}${dirname(name)}/${to}`))).toEqual([]);
  });
});
