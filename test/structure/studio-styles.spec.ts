import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

const SOURCES = 'studio/src';
/** Folders whose parts other folders arrange: see studio/README.md. */
const SHARED = ['ui', 'styles', 'pictures', 'uploads'];

/** The selectors of a style sheet. */
function selectorsOf(css: string): string[] {
  const heads = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{/g);
  return [...heads]
    .map(([, head]) => head!.trim())
    .filter((head) => !head.startsWith('@'))
    .flatMap((head) => head.split(','));
}

const classesOf = (selector: string) =>
  [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name!);

describe('the styles of the studio', () => {
  /** The classes of each folder: all, and those that it styles wherever they are. */
  const folders = new Map<string, { all: Set<string>; everywhere: Set<string> }>();

  beforeAll(async () => {
    const files = await readdir(SOURCES, { recursive: true });
    for (const file of files.filter((name) => name.endsWith('.css'))) {
      const folder = file.split(sep)[0]!;
      const known = folders.get(folder) ?? { all: new Set(), everywhere: new Set() };
      folders.set(folder, known);
      for (const selector of selectorsOf(await readFile(join(SOURCES, file), 'utf8'))) {
        const classes = classesOf(selector);
        for (const name of classes) known.all.add(name);
        if (/^\.[\w-]+(:[\w-]+)?$/.test(selector.trim())) known.everywhere.add(classes[0]!);
      }
    }
  });

  // All style sheets that were loaded once apply to all screens.
  it('of a feature change nothing of another one', () => {
    const own = [...folders].filter(([folder]) => !SHARED.includes(folder));
    const found = own.flatMap(([folder, { everywhere }]) =>
      [...folders]
        .filter(([other]) => other !== folder)
        .flatMap(([other, { all }]) =>
          [...everywhere]
            .filter((name) => all.has(name))
            .map((name) => `.${name} of ${folder} is in ${other}`),
        ),
    );
    expect(folders.size).toBeGreaterThan(10);
    expect(found).toEqual([]);
  });
});
