import { InvalidValue, type Parser } from './parsers.js';

/** The name of a bucket, as Amazon and most other stores allow it. */
export const bucketName: Parser<string> = (text) => {
  if (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text)) return text;
  throw new InvalidValue('3 to 63 lowercase letters, digits, dots, and hyphens');
};

/** The beginning of keys, with a slash at its end. */
export const keyPrefix: Parser<string> = (text) => {
  const prefix = text.replace(/^\/+|\/+$/g, '');
  const parts = prefix.split('/');
  if (prefix.length <= 200 && parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part))) {
    return `${prefix}/`;
  }
  throw new InvalidValue('names of letters, digits, dots, hyphens, and underscores, with slashes');
};
