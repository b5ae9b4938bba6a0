import { escapeMarkup } from '../../core/text/escape-markup.js';

/** A page with a title and a heading. @param body HTML */
export function htmlPage(title: string, body: string): string {
  return htmlDocument(title, `<h1>${escapeMarkup(title)}</h1>\n    ${body}`);
}

/** A page whose body contains its heading. @param head additional HTML, such as styles */
export function htmlDocument(title: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${escapeMarkup(title)} - VideoCraft</title>${head}
  </head>
  <body>
    ${body}
  </body>
</html>
`;
}
