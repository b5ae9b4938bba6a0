import type { HtmlPage } from '../../core/project/types/index.js';

/** The address of the page, which no network has. */
export const PAGE_ADDRESS = 'http://page.invalid/';
export const FONTS_ADDRESS = `${PAGE_ADDRESS}fonts.css`;

/**
 * What a page may do: have styles, pictures, and fonts. The sandbox has no scripts, no forms, and no navigation by itself.
 * Addresses are answered by the service, never by the browser.
 */
export const PAGE_POLICY = [
  'sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline' http: https: data:",
  'img-src http: https: data:',
  'font-src http: https: data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The document of a page. A whole document in it is read as its content, as browsers do. */
export function pageDocument({ html, css }: Pick<HtmlPage, 'html' | 'css'>): string {
  const reset = [
    'html,body{margin:0;width:100%;height:100%;overflow:hidden}',
    // What the policy keeps out would be a white box.
    'iframe,frame,object,embed,video,audio{display:none!important}',
  ].join('');
  const head = [
    '<meta charset="utf-8">',
    '<link rel="icon" href="data:,">',
    `<link rel="stylesheet" href="${FONTS_ADDRESS}">`,
    `<style>${reset}</style>`,
    // Rules cannot end their own element.
    `<style>${css.replace(/<\/style/gi, '<\\/style')}</style>`,
  ];
  return `<!doctype html><html lang="en"><head>${head.join('')}</head><body>${html}</body></html>`;
}
