import { isWebPage } from './web-page.js';

describe('isWebPage', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it.each([
    '<!DOCTYPE html><p>',
    '\n  <HTML lang="en">',
    '\ufeff<!-- a --><!-- b -->\n<head>',
    '<html',
    '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n<html xmlns="y">',
    '<script>location = 1</script>',
  ])('returns true for %j', (text) => expect(isWebPage(bytes(text))).toBe(true));

  it.each([
    '',
    '<htmlx>',
    '<!-- never ends',
    '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml">',
    '<svg xmlns="http://www.w3.org/2000/svg">',
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<html>',
    '1\n00:00:01,000 --> 00:00:02,000\n<b>Hi</b>',
    '<i>a cue</i>',
    '\u0000\u0000\u0000\u0018ftypmp42',
  ])('returns false for %j', (text) => expect(isWebPage(bytes(text))).toBe(false));
});
