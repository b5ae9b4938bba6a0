import { sectionsOf, Slugs, summaryOf } from './markdown-outline.js';

const PAGE = `# The \`config\`

<!-- fields: config -->

A [page](x.md) about **videos**. It has more.

## One

text

\`\`\`bash
# no heading
\`\`\`

### Below one

## Two: \`src\` & more
`;

describe('sectionsOf', () => {
  it('finds headings outside code, with their text and anchors', () => {
    const sections = sectionsOf(PAGE);
    expect(sections.map(({ title, slug, level }) => [title, slug, level])).toEqual([
      ['The config', 'the-config', 1],
      ['One', 'one', 2],
      ['Below one', 'below-one', 3],
      ['Two: src & more', 'two-src--more', 2],
    ]);
    expect(sections[1]!.text).toBe('## One\n\ntext\n\n```bash\n# no heading\n```\n\n### Below one');
    expect(sections[0]!.text).toBe(PAGE.trim());
  });
});

describe('Slugs', () => {
  it('tells headings with the same text apart', () => {
    const slugs = new Slugs();
    expect(['Same', 'Same', 'Same'].map((title) => slugs.of(title))).toEqual([
      'same',
      'same-1',
      'same-2',
    ]);
  });
});

describe('summaryOf', () => {
  it('is the first sentence of the first paragraph', () => {
    expect(summaryOf(PAGE)).toBe('A page about videos.');
  });

  it('is empty for a page without text', () => {
    expect(summaryOf('# Title\n')).toBe('');
  });
});
