import { normalizeAddress } from './normalize-address.js';
import { formatBytes, formatProgress, formatSeconds } from './format-amounts.js';
import { isWebPage } from './web-page.js';

describe('tidyAddress', () => {
  it.each([
    ['  https://a.com/x.mp4\n', 'https://a.com/x.mp4'],
    ['\u200bhttps://a.com/x.mp4\u2060\u00a0', 'https://a.com/x.mp4'],
    ['https://a.com/my clip  1.mp4?q=a b', 'https://a.com/my%20clip%20%201.mp4?q=a%20b'],
    ['https://a.com/my%20clip.mp4', 'https://a.com/my%20clip.mp4'],
    [' \u200b ', ''],
  ])('%j', (given, tidy) => {
    expect(normalizeAddress(given)).toBe(tidy);
  });
});

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

describe('formatted amounts', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_999, '1 KB'],
    [3_000_000, '3 MB'],
    [3_560_000, '3.5 MB'],
    [12_999_999, '12 MB'],
  ])('%d is %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  it.each([
    [3_000_000, 12_000_000, '3 of 12 MB'],
    [300_000, 12_000_000, '300 KB of 12 MB'],
    [300_000, null, '300 KB'],
  ])('%d of %j is %s', (part, whole, text) => expect(formatProgress(part, whole)).toBe(text));

  it.each([
    [400, '0.4 s'],
    [30_000, '30 s'],
    [86_366_700, '86367 s'],
  ])('%d ms is %s', (ms, text) => expect(formatSeconds(ms)).toBe(text));
});
