import { posix } from 'node:path';
import { Marked, type Tokens } from 'marked';
import { Slugs } from '../../core/guide/markdown-outline.js';
import type { GuideLibrary, GuidePage } from '../../engine/guide/guide-library.js';
import { escapeMarkup } from '../../core/text/escape-markup.js';

/** The path of the guide. */
export const GUIDE_PATH = '/docs/guide';

/** Where a page of the guide is shown. */
export interface GuideSite {
  readonly library: GuideLibrary;
  /** What addresses of the guide begin with: an origin, the path of the public URL, or nothing. */
  readonly base: string;
}

/** The address of a page as HTML. */
export function pageAddress(base: string, name: string): string {
  return `${base}${GUIDE_PATH}/${name}`;
}

/**
 * Renders a page to HTML. The pages are our own, so that nothing has to be sanitized, but HTML in them is shown as
 * text. A link to a file that the guide does not contain becomes text.
 */
export function renderGuide(page: GuidePage, site: GuideSite): string {
  const slugs = new Slugs();
  const marked = new Marked({
    renderer: {
      html: ({ text }) => escapeMarkup(text),
      heading({ tokens, depth, text }: Tokens.Heading) {
        const inner = this.parser.parseInline(tokens);
        return `<h${depth} id="${escapeMarkup(slugs.of(text))}">${inner}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        const inner = this.parser.parseInline(tokens);
        const target = linkTarget(href, page.name, site);
        return target === null ? inner : `<a href="${escapeMarkup(target)}">${inner}</a>`;
      },
      image({ href, text }: Tokens.Image) {
        const target = linkTarget(href, page.name, site);
        return target === null
          ? escapeMarkup(text)
          : `<img src="${escapeMarkup(target)}" alt="${escapeMarkup(text)}">`;
      },
    },
  });
  return marked.parse(page.markdown, { async: false });
}

/** The Markdown of a page, with addresses that work anywhere. */
export function absoluteMarkdown(page: GuidePage, site: GuideSite): string {
  return page.markdown.replaceAll(
    /(!?)\[([^\]]*)\]\(([^)\s]+)\)/g,
    (_link, mark: string, text: string, href: string) => {
      const target = linkTarget(href, page.name, site);
      return target === null ? text : `${mark}[${text}](${target})`;
    },
  );
}

/** The address that a link of a page leads to; null if the guide does not contain its file. */
function linkTarget(href: string, from: string, { library, base }: GuideSite): string | null {
  if (/^https?:/.test(href)) return href;
  const [path = '', anchor] = href.split('#', 2);
  const hash = anchor === undefined ? '' : `#${anchor}`;
  if (path === '') return pageAddress(base, from) + hash;
  const file = posix.normalize(posix.join(posix.dirname(from), path));
  if (file.startsWith('images/')) return pageAddress(base, file);
  const name = file.replace(/\.md$/, '');
  return library.page(name) === null ? null : pageAddress(base, name) + hash;
}
