import { GUIDE_GROUPS } from '../../engine/guide/guide-library.js';
import { absoluteMarkdown, type GuideSite, pageAddress } from './render-guide.js';

const SUMMARY =
  'VideoCraft is a self-hosted service that turns a JSON description of a video into an MP4 with captions ' +
  'that highlight each word as it is spoken.';

/** `/llms.txt`: what a language model needs to find its way, in the form of llmstxt.org. */
export function llmsTxt(site: GuideSite): string {
  const { library, base } = site;
  const groups = GUIDE_GROUPS.map((group) => {
    const pages = library.pages.filter((page) => page.group === group);
    const lines = pages.map(
      ({ name, title, summary }) => `- [${title}](${pageAddress(base, name)}.md): ${summary}`,
    );
    return `## ${group}\n\n${lines.join('\n')}`;
  });
  const notes = `To write a video config, read the pages about the config and about captions first. The JSON Schema is at
${base}/schema/video-config.json, and the OpenAPI document at ${base}/docs/openapi.json. Agents can use the MCP server at
${base}/mcp.`;
  return [`# VideoCraft`, `> ${SUMMARY}`, notes, ...groups].join('\n\n') + '\n';
}

/** `/llms-full.txt`: the pages themselves, without those about what is inside. */
export function llmsFullTxt(site: GuideSite): string {
  const pages = site.library.pages.filter(({ group }) => group !== 'Optional');
  const texts = pages.map((page) => absoluteMarkdown(page, site).trim());
  return [`# VideoCraft`, `> ${SUMMARY}`, ...texts].join('\n\n') + '\n';
}
