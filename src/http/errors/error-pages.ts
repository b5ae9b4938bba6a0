import type { NextFunction, Request, Response } from 'express';
import { ApiError } from './api-error.js';
import { HELP_PAGES } from './error-table.js';

/** Express handler for `/docs/errors` and `/docs/errors/<code>`: the pages behind `help_url`. */
export function errorPages(req: Request, res: Response, next: NextFunction): void {
  if (req.method !== 'GET' && req.method !== 'HEAD') return next();
  const code = /^\/([A-Za-z_]{1,40})\/?$/.exec(req.path)?.[1]?.toUpperCase();
  if (req.path === '/') {
    res.type('html').send(indexPage());
  } else if (code !== undefined && HELP_PAGES.has(code)) {
    res.type('html').send(codePage(code));
  } else {
    next(new ApiError('NOT_FOUND', 'There is no error of this code.'));
  }
}

function indexPage(): string {
  const rows = [...HELP_PAGES].map(
    ([code, { title, status }]) =>
      `<li><a href="/docs/errors/${code}"><code>${code}</code></a> ${statusText(status)}: ${title}</li>`,
  );
  return page('Errors', `<ul>${rows.join('')}</ul>`);
}

function codePage(code: string): string {
  const entry = HELP_PAGES.get(code)!;
  const help = escapeHtml(entry.help).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
  return page(
    code,
    `<p><strong>${escapeHtml(entry.title)}</strong> (${statusText(entry.status)})</p>
    <p>${help}</p>
    <p><a href="/docs/errors/">All errors</a> &middot; <a href="/docs">API description</a></p>`,
  );
}

function statusText(status: number | undefined): string {
  return status === undefined ? 'in the <code>error</code> of a failed job' : `HTTP ${status}`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${title} - VideoCraft</title>
  </head>
  <body>
    <h1>${title}</h1>
    ${body}
  </body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
