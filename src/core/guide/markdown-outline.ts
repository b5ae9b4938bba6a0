/** A heading of a Markdown page, and the text up to the next heading of the same or a higher level. */
export interface Section {
  readonly title: string;
  /** The anchor, as GitHub makes it. */
  readonly slug: string;
  /** 1 for the title of the page. */
  readonly level: number;
  /** With the heading and the sections below it. */
  readonly text: string;
}

const HEADING = /^(#{1,6}) +(.+?) *#*$/;
const FENCE = /^ *(```|~~~)/;

/** The sections of a page, in order. A line in a code block is no heading. */
export function sectionsOf(markdown: string): Section[] {
  const lines = markdown.split('\n');
  const headings = headingsOf(lines);
  const slugs = new Slugs();
  return headings.map(({ line, level, title }, index) => {
    const next = headings.slice(index + 1).find((other) => other.level <= level);
    const text = lines.slice(line, next?.line).join('\n').trim();
    return { title: plainText(title), slug: slugs.of(title), level, text };
  });
}

interface Heading {
  readonly line: number;
  readonly level: number;
  readonly title: string;
}

function headingsOf(lines: readonly string[]): Heading[] {
  const headings: Heading[] = [];
  let isCode = false;
  for (const [line, text] of lines.entries()) {
    if (FENCE.test(text)) isCode = !isCode;
    const [, marks, title] = isCode ? [] : (HEADING.exec(text) ?? []);
    if (marks !== undefined && title !== undefined) {
      headings.push({ line, level: marks.length, title });
    }
  }
  return headings;
}

/** Makes anchors as GitHub does. The second heading with the same text gets the suffix `-1`. */
export class Slugs {
  private readonly seen = new Map<string, number>();

  of(title: string): string {
    const slug = plainText(title)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-');
    const count = this.seen.get(slug) ?? 0;
    this.seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  }
}

/** The first sentence of the first paragraph of a page, as plain text. */
export function summaryOf(markdown: string): string {
  const paragraph = withoutComments(markdown)
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .find((block) => /^[\p{L}\p{N}"`*[]/u.test(block));
  const text = plainText((paragraph ?? '').replaceAll(/\s+/g, ' '));
  return /^.*?[.!?](?= |$)/u.exec(text)?.[0] ?? text;
}

/** Removes HTML comments, which mark generated tables. */
export function withoutComments(markdown: string): string {
  return markdown.replaceAll(/^<!--.*-->\n?/gm, '');
}

/** Markdown of a line without code marks, emphasis, and the targets of links. */
function plainText(markdown: string): string {
  return markdown.replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]/g, '');
}
