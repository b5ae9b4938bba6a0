import type { Application } from 'express';
import type { Config } from '../../config/types.js';
import { ApiError } from '../errors/api-error.js';
import { HELP_PAGES } from '../errors/error-table.js';
import { escapeMarkup } from '../../core/text/escape-markup.js';
import { htmlPage } from './html-page.js';

/** Serves `/docs/errors` and `/docs/errors/<code>`, the pages that `help_url` links to. */
export function serveErrorPages(app: Application, { server }: Config): void {
  const { pathPrefix } = server;
  app.get('/docs/errors', (_req, res) => {
    res.type('html').send(indexPage(pathPrefix));
  });
  app.get('/docs/errors/:code', (req, res, next) => {
    const code = req.params.code.toUpperCase();
    if (HELP_PAGES.has(code)) res.type('html').send(codePage(code, pathPrefix));
    else next(new ApiError('NOT_FOUND', 'No error has this code.'));
  });
}

/** @param prefix path of the public URL, which the links start with */
function indexPage(prefix: string): string {
  const rows = [...HELP_PAGES].map(
    ([code, { title, status }]) =>
      `<li><a href="${prefix}/docs/errors/${code}"><code>${code}</code></a> ${statusText(status)}: ${title}</li>`,
  );
  return htmlPage('Errors', `<ul>${rows.join('')}</ul>`);
}

function codePage(code: string, prefix: string): string {
  const entry = HELP_PAGES.get(code)!;
  const text = entry.help.replaceAll(/(`(?:[A-Z]+ )?)(\/(?:api|docs)\b)/g, `$1${prefix}$2`);
  const help = escapeMarkup(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
  return htmlPage(
    code,
    `<p><strong>${escapeMarkup(entry.title)}</strong> (${statusText(entry.status)})</p>
    <p>${help}</p>
    <p><a href="${prefix}/docs/errors/">All errors</a> &middot; <a href="${prefix}/docs">API description</a></p>`,
  );
}

function statusText(status: number | undefined): string {
  return status === undefined ? '<code>error_code</code> of a failed job' : `HTTP ${status}`;
}
