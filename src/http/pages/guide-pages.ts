import type { Application, NextFunction, Request, RequestHandler, Response } from 'express';
import type { Config } from '../../config/types.js';
import {
  GUIDE_GROUPS,
  type GuideGroup,
  GuideLibrary,
  type GuidePage,
} from '../../engine/guide/guide-library.js';
import { ApiError } from '../errors/api-error.js';
import { baseUrl } from '../routes/base-url.js';
import { escapeMarkup } from '../../core/text/escape-markup.js';
import { htmlDocument } from './html-page.js';
import { llmsFullTxt, llmsTxt } from './llms-txt.js';
import { GUIDE_PATH, type GuideSite, pageAddress, renderGuide } from './render-guide.js';

const STYLE = `
    <style>
      body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; }
      table { border-collapse: collapse; display: block; overflow-x: auto; }
      th, td { border: 1px solid #ccc; padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; }
      pre { overflow-x: auto; background: #f4f4f4; padding: 0.8rem; }
      code { background: #f4f4f4; }
      img { max-width: 100%; }
    </style>`;

/** Serves the documentation: as pages, as Markdown, and for language models. */
export function serveGuide(app: Application, config: Config): void {
  const { pathPrefix } = config.server;
  // Read once, by the first request.
  let loading: Promise<GuideLibrary> | null = null;
  const library = () => (loading ??= GuideLibrary.load());
  const html = async (): Promise<GuideSite> => ({ library: await library(), base: pathPrefix });
  const absolute = async (req: Request): Promise<GuideSite> => ({
    library: await library(),
    base: baseUrl(req, config),
  });

  app.get(
    GUIDE_PATH,
    answer(async (_req, res) => void res.type('html').send(indexPage(await html()))),
  );
  app.get(
    `${GUIDE_PATH}/images/*name`,
    answer(async (req, res) => sendPicture(await library(), nameOf(req), res)),
  );
  app.get(
    `${GUIDE_PATH}/*name`,
    answer(async (req, res) => sendPage(await html(), nameOf(req), res)),
  );
  app.get(
    '/llms.txt',
    answer(async (req, res) => void res.type('text/plain').send(llmsTxt(await absolute(req)))),
  );
  app.get(
    '/llms-full.txt',
    answer(async (req, res) => void res.type('text/plain').send(llmsFullTxt(await absolute(req)))),
  );
}

/** The pages change only with the version of the service. */
function answer(send: (req: Request, res: Response) => Promise<void>): RequestHandler {
  return (req: Request, res: Response, next: NextFunction): void => {
    res.set('Cache-Control', 'public, max-age=300');
    send(req, res).catch(next);
  };
}

function nameOf(req: Request): string {
  return (req.params as unknown as { name: readonly string[] }).name.join('/');
}

async function sendPicture(library: GuideLibrary, name: string, res: Response): Promise<void> {
  const picture = /\.(jpg|png|webp|gif)$/.test(name) ? await library.picture(name) : null;
  if (picture === null) throw new ApiError('NOT_FOUND', 'The guide has no picture with this name.');
  res.type(name.slice(name.lastIndexOf('.'))).send(picture);
}

async function sendPage(site: GuideSite, name: string, res: Response): Promise<void> {
  const isMarkdown = name.endsWith('.md');
  const page = site.library.page(name.replace(/\.md$/, ''));
  if (page === null) throw new ApiError('NOT_FOUND', 'The guide has no page with this name.');
  if (isMarkdown) res.type('text/markdown').send(page.markdown);
  else res.type('html').send(htmlDocument(page.title, pageBody(page, site), STYLE));
}

function pageBody(page: GuidePage, site: GuideSite): string {
  const { base } = site;
  return `<p><a href="${base}${GUIDE_PATH}">Guide</a> &middot;
    <a href="${pageAddress(base, page.name)}.md">Markdown</a> &middot;
    <a href="${base}/docs">API description</a></p>
    ${renderGuide(page, site)}`;
}

function indexPage({ library, base }: GuideSite): string {
  const titles: Readonly<Record<GuideGroup, string>> = {
    'Write configs': 'Write configs',
    'Use and run the service': 'Use and run the service',
    Optional: 'Understand and change it',
  };
  const groups = GUIDE_GROUPS.map((group) => {
    const items = library.pages
      .filter((page) => page.group === group)
      .map(
        ({ name, title, summary }) =>
          `<li><a href="${pageAddress(base, name)}">${escapeMarkup(title)}</a>: ${escapeMarkup(summary)}</li>`,
      );
    return `<h2>${titles[group]}</h2>\n    <ul>${items.join('\n    ')}</ul>`;
  });
  const body = `<h1>Guide</h1>
    <p><a href="${base}/docs">API description</a> &middot; <a href="${base}/docs/errors/">Errors</a> &middot;
    <a href="${base}/llms.txt">For language models</a></p>
    ${groups.join('\n    ')}`;
  return htmlDocument('Guide', body, STYLE);
}
