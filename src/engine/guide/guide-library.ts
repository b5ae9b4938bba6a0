import { readdir, readFile } from 'node:fs/promises';
import { packageRoot } from '../../config/package-version.js';
import {
  type Section,
  sectionsOf,
  summaryOf,
  withoutComments,
} from '../../core/guide/markdown-outline.js';

/** A page of the documentation. */
export interface GuidePage {
  /** The path below `docs` without the extension, such as `decisions/0001-outlines`. */
  readonly name: string;
  readonly title: string;
  /** The first sentence. */
  readonly summary: string;
  readonly markdown: string;
  readonly sections: readonly Section[];
  readonly group: GuideGroup;
}

/** A config that ships with the package. */
export interface GuideExample {
  /** The path below `examples`, such as `captions/karaoke`. */
  readonly name: string;
  readonly summary: string;
  /** JSON. */
  readonly text: string;
}

export const GUIDE_GROUPS = ['Write configs', 'Use and run the service', 'Optional'] as const;
export type GuideGroup = (typeof GUIDE_GROUPS)[number];

const WRITING: readonly string[] = [
  'video-config',
  'captions',
  'templates',
  'importing',
  'json2video',
  'shotstack',
];
/** Pages that explain how VideoCraft works inside, or that contributors read. */
const INSIDE = /^(decisions\/|(architecture|capacity|rendering|style|timing)$)/;

/** The documentation and the examples, as files of the package. */
export class GuideLibrary {
  private constructor(
    /** In the order of reading. */
    readonly pages: readonly GuidePage[],
    readonly examples: readonly GuideExample[],
    private readonly folder: URL,
  ) {}

  static async load(root: URL = packageRoot()): Promise<GuideLibrary> {
    const folder = new URL('docs/', root);
    const names = await filesBelow(folder, '.md');
    const pages = await Promise.all(names.map((name) => readPage(folder, name)));
    return new GuideLibrary(
      pages.sort(byReading),
      await readExamples(new URL('examples/', root)),
      folder,
    );
  }

  page(name: string): GuidePage | null {
    return this.pages.find((page) => page.name === name) ?? null;
  }

  example(name: string): GuideExample | null {
    return this.examples.find((example) => example.name === name) ?? null;
  }

  /** A picture of a page; null if there is none with this name. @param name such as `captions/pop.webp` */
  async picture(name: string): Promise<Buffer | null> {
    const folder = new URL('images/', this.folder);
    // Names of the folder itself, so that no name selects another file.
    // The npm package has no pictures.
    const names = await filesBelow(folder, '').catch((): string[] => []);
    return names.includes(name) ? readFile(new URL(name, folder)) : null;
  }
}

async function filesBelow(folder: URL, ending: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, encoding: 'utf8' });
  return entries
    .map((entry) => entry.replaceAll('\\', '/'))
    .filter((entry) => entry.endsWith(ending))
    .sort();
}

async function readPage(folder: URL, file: string): Promise<GuidePage> {
  const name = file.replace(/\.md$/, '');
  const markdown = withoutComments(await readFile(new URL(file, folder), 'utf8'));
  const sections = sectionsOf(markdown);
  const group = WRITING.includes(name)
    ? 'Write configs'
    : INSIDE.test(name)
      ? 'Optional'
      : 'Use and run the service';
  return {
    name,
    title: sections[0]?.title ?? name,
    summary: summaryOf(markdown),
    markdown,
    sections,
    group,
  };
}

function byReading(a: GuidePage, b: GuidePage): number {
  const rank = ({ name, group }: GuidePage) =>
    group === 'Write configs' ? WRITING.indexOf(name) - 10 : GUIDE_GROUPS.indexOf(group);
  return rank(a) - rank(b) || (a.name < b.name ? -1 : 1);
}

async function readExamples(folder: URL): Promise<GuideExample[]> {
  const found: GuideExample[] = [];
  for (const file of await filesBelow(folder, '.json')) {
    const text = await readFile(new URL(file, folder), 'utf8');
    const config = JSON.parse(text) as { comment?: unknown; scenes?: unknown };
    if (config.scenes === undefined) continue;
    const name = file.replace(/(\/project)?\.json$/, '');
    const summary = typeof config.comment === 'string' ? config.comment : styleOf(name);
    found.push({ name, summary, text });
  }
  return found;
}

/** The examples of captions are named after their styles. */
function styleOf(name: string): string {
  return `Captions in the style ${name.slice(name.lastIndexOf('/') + 1)}.`;
}
