import { resolve } from 'node:path';

/** Thrown by a parser with a description of the accepted values. `loadConfig` collects it. */
export class InvalidValue extends Error {
  constructor(readonly expected: string) {
    super(expected);
  }
}

/** Reads the text of one variable; throws `NotAllowed`. */
export type Parser<T> = (text: string) => T;

export const anyText: Parser<string> = (text) => text;

/** A path. A relative path is resolved against the working folder. */
export const absolutePath: Parser<string> = (text) => resolve(text);

/** A folder, or an http or https address without credentials. A trailing slash is removed. */
export const folderOrAddress: Parser<string> = (text) => {
  if (!/^[a-z][a-z\d+.-]+:/i.test(text)) return resolve(text);
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url !== null && url.username === '' && url.search === '' && url.hash === '';
  if (url === null || !/^https?:$/.test(url.protocol) || !isPlain)
    throw new InvalidValue('a folder, or an http or https address without credentials');
  return url.href.replace(/\/+$/, '');
};

export const boolean: Parser<boolean> = (text) => {
  const lower = text.toLowerCase();
  if (lower === 'true' || lower === '1') return true;
  if (lower === 'false' || lower === '0') return false;
  throw new InvalidValue('true or false');
};

/** When requests that change data need a CSRF token: always, never, or if a browser may have sent them. */
export const csrfMode: Parser<boolean | 'browsers'> = (text) => {
  if (text.toLowerCase() === 'browsers') return 'browsers';
  try {
    return boolean(text);
  } catch {
    throw new InvalidValue('true, false, or browsers');
  }
};

/** A whole decimal number from `min` to `max`, both included. */
export function integer(min: number, max: number): Parser<number> {
  return (text) => {
    const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    throw new InvalidValue(`a whole number from ${min} to ${max}`);
  };
}

/** A number of seconds, fractions included, as milliseconds. */
export function secondsAsMs(min: number, max: number): Parser<number> {
  return (text) => {
    const value = /^\d{1,9}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return Math.round(value * 1000);
    throw new InvalidValue(`a number of seconds from ${min} to ${max}`);
  };
}

export function oneOf<T extends string>(...names: readonly T[]): Parser<T> {
  return (text) => {
    const name = names.find((one) => one === text);
    if (name !== undefined) return name;
    throw new InvalidValue(`one of ${names.join(', ')}`);
  };
}

/** A GPU: its number, or the path of its device file. */
export const gpuDevice: Parser<string> = (text) => {
  if (/^(\d{1,3}|\/[\w./:-]{1,200})$/.test(text)) return text;
  throw new InvalidValue(
    'the number of a GPU, or the path of its device, such as /dev/dri/renderD129',
  );
};

/** Printable ASCII without spaces, which is valid in an HTTP header. */
export function token(minLength: number): Parser<string> {
  return (text) => {
    if (text.length >= minLength && text.length <= 512 && /^[\x21-\x7e]+$/.test(text)) return text;
    throw new InvalidValue(`${minLength} to 512 printable ASCII characters without spaces`);
  };
}

/** An absolute URL with one of the schemes. Trailing slashes are removed. */
export function url(schemes: readonly string[], credentials: 'refused' | 'kept'): Parser<string> {
  const expected =
    `a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}` +
    (credentials === 'refused' ? ', without a user name, query, or fragment' : '');
  return (text) => {
    const parsed = URL.canParse(text) ? new URL(text) : null;
    if (parsed === null || !schemes.includes(parsed.protocol.slice(0, -1)) || !parsed.hostname) {
      throw new InvalidValue(expected);
    }
    const extras = parsed.username || parsed.password || parsed.search || parsed.hash;
    if (credentials === 'refused' && extras) throw new InvalidValue(expected);
    return text.replace(/\/+$/, '');
  };
}
