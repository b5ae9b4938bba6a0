import { nearestName } from '../../core/util/nearest-name.js';
import { summaryOf } from '../../core/guide/markdown-outline.js';
import { text } from '../../core/fields/scalars.js';
import { CAPTION_STYLES } from '../../core/project/types/captions.js';
import { TRANSITION_STYLES } from '../../core/project/types/transition-styles.js';
import type { GuideLibrary, GuidePage } from '../../engine/guide/guide-library.js';
import { type AgentWork, ToolRefusal } from '../work/agent-work.js';
import { compactTables, MOST_CHARACTERS, shortened } from './texts.js';
import { READS, type Tool, tool } from './tool.js';

/** How much of a long page comes before the list of its sections, in characters. */
const MOST_BEGINNING = 7_000;

/** Loads the documentation when it is needed first. */
export type LoadLibrary = () => Promise<GuideLibrary>;

/** The tools that only tell what there is. */
export function readingTools(work: AgentWork, library: LoadLibrary): Tool[] {
  return [
    stylesTool(library),
    fontsTool(work),
    transitionsTool(work),
    examplesTool(library),
    guideTool(library),
  ];
}

function stylesTool(library: LoadLibrary): Tool {
  return tool({
    name: 'list_styles',
    title: 'List caption styles',
    description:
      'Lists the caption styles: values of `style` in the settings of a subtitles element.',
    hints: READS,
    scopes: [],
    fields: {},
    async answer() {
      const sections = (await library()).page('captions')?.sections ?? [];
      return CAPTION_STYLES.map((style) => {
        const section = sections.find(({ slug }) => slug === style);
        return `${style}: ${summaryOf(section?.text ?? '')}`;
      }).join('\n');
    },
  });
}

function fontsTool(work: AgentWork): Tool {
  return tool({
    name: 'list_fonts',
    title: 'List fonts',
    description:
      'Lists the installed font families for texts and captions. `font-url` fetches another one.',
    hints: READS,
    scopes: [],
    fields: {},
    answer: async () => (await work.fonts()).join(', '),
  });
}

function transitionsTool(work: AgentWork): Tool {
  return tool({
    name: 'list_transitions',
    title: 'List transitions',
    description:
      'Lists the transitions between scenes: values of `style` in the transition of a scene.',
    hints: READS,
    scopes: [],
    fields: {},
    async answer() {
      const styles = await work.transitions();
      if (styles !== null) return styles.join(', ');
      return `${TRANSITION_STYLES.join(', ')}\nWorkers with an old ffmpeg have fewer of them.`;
    },
  });
}

function examplesTool(library: LoadLibrary): Tool {
  return tool({
    name: 'list_examples',
    title: 'Read examples',
    description:
      'Lists the example configs, or returns one. Replace its sources: they are files that you do not have.',
    hints: READS,
    scopes: [],
    fields: { name: text(100).orNull().describe('The example to return, such as "text".') },
    async answer({ name }) {
      const { examples } = await library();
      if (name === null) {
        return examples.map((one) => `${one.name}: ${one.summary}`).join('\n');
      }
      const found = examples.find((one) => one.name === name);
      if (found) return shortened(found.text);
      throw unknownName(
        'example',
        name,
        examples.map((one) => one.name),
      );
    },
  });
}

function guideTool(library: LoadLibrary): Tool {
  return tool({
    name: 'read_guide',
    title: 'Read the documentation',
    description:
      'Returns the pages of the documentation, the sections of a page, or a section. The fields of a config: page ' +
      '"video-config" with a section such as "scene", "image", "text", or "subtitles".',
    hints: READS,
    scopes: [],
    fields: {
      page: text(100).orNull().describe('Such as "video-config" or "captions".'),
      section: text(200).orNull().describe('The title or anchor of a section.'),
    },
    async answer({ page: name, section }) {
      const { pages } = await library();
      if (name === null) {
        return pages.map((page) => `${page.name}: ${page.title}. ${page.summary}`).join('\n');
      }
      const page = pages.find((one) => one.name === name.replace(/\.md$/, ''));
      if (!page)
        throw unknownName(
          'page',
          name,
          pages.map((one) => one.name),
        );
      return section === null ? wholePage(page) : sectionText(page, section);
    },
  });
}

function wholePage(page: GuidePage): string {
  const whole = compactTables(page.markdown);
  if (whole.length <= MOST_CHARACTERS) return whole;
  const sections = page.sections.filter(({ level }) => level > 1);
  const [beginning = ''] = whole.split(/^## /m, 1);
  return [
    shortened(beginning.trim(), MOST_BEGINNING),
    '',
    'The page has more sections. To read one, set `section`:',
    ...sections.map(({ title, level }) => `${'  '.repeat(level - 2)}${title}`),
  ].join('\n');
}

function sectionText(page: GuidePage, wanted: string): string {
  const key = wanted.toLowerCase().replace(/^#+ */, '');
  const found = page.sections.find(
    ({ title, slug }) => slug === key || title.toLowerCase() === key,
  );
  if (found) return shortened(compactTables(found.text));
  throw unknownName(
    'section',
    wanted,
    page.sections.slice(1).map(({ title }) => title),
  );
}

function unknownName(what: string, name: string, known: readonly string[]): ToolRefusal {
  const near = nearestName(name, known);
  const suggestion = near === null ? '' : ` Did you mean ${JSON.stringify(near)}?`;
  const message = `There is no ${what} ${JSON.stringify(name)}.${suggestion} Known: ${known.join(', ')}.`;
  return new ToolRefusal('INVALID_ARGUMENTS', [
    { pointer: `/${what === 'example' ? 'name' : what}`, message: shortened(message, 4_000) },
  ]);
}
