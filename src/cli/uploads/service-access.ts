import { readFile } from 'node:fs/promises';
import { InputError } from '../input-error.js';

/** A token is valid for at least an hour. */
const TOKEN_MS = 30 * 60_000;
const API = '/api/v1';

export interface AccessOptions {
  readonly url: string;
  readonly key?: string;
  readonly keyFile?: string;
}

/** A service, and what its requests need. */
export class ServiceAccess {
  private token: { readonly text: string; readonly until: number } | null = null;

  private constructor(
    /** The address of the API, without a slash at the end. */
    readonly api: string,
    private readonly key: string,
  ) {}

  /** @throws InputError without a key, or for what is no address */
  static async open({ url, key, keyFile }: AccessOptions): Promise<ServiceAccess> {
    if (!/^https?:/i.test(url) || !URL.canParse(url)) {
      throw new InputError(`Expected --url to be an http or https address, but got ${url}.`);
    }
    const base = url.replace(/\/+$/, '');
    const api = base.endsWith(API) ? base : `${base}${API}`;
    return new ServiceAccess(api, await readKey(key, keyFile));
  }

  /** The headers of a request that changes something. @throws Error if the service does not respond */
  async headers(): Promise<Record<string, string>> {
    const now = performance.now();
    if (this.token === null || now > this.token.until) {
      this.token = { text: await this.fetchToken(), until: now + TOKEN_MS };
    }
    return { Authorization: `Bearer ${this.key}`, 'X-CSRF-Token': this.token.text };
  }

  private async fetchToken(): Promise<string> {
    const response = await fetch(`${this.api}/csrf-token`).catch((cause: unknown) => {
      throw new Error(`The service at ${this.api} does not respond.`, { cause });
    });
    const body = (await response.json().catch(() => ({}))) as { readonly csrf_token?: unknown };
    if (typeof body.csrf_token === 'string') return body.csrf_token;
    throw new Error(`There is no VideoCraft service at ${this.api} (HTTP ${response.status}).`);
  }
}

async function readKey(key: string | undefined, keyFile: string | undefined): Promise<string> {
  if (key !== undefined && keyFile !== undefined) {
    throw new InputError('Use either --key or --key-file, not both.');
  }
  const text =
    keyFile === undefined
      ? (key ?? process.env['VIDEOCRAFT_SECURITY_API_KEY'] ?? '')
      : await readFile(keyFile, 'utf8').catch(() => {
          throw new InputError(`The file ${keyFile} cannot be read.`);
        });
  if (/^[\x21-\x7e]+$/.test(text.trim())) return text.trim();
  throw new InputError(
    'An API key is missing. Use --key-file, --key, or the variable VIDEOCRAFT_SECURITY_API_KEY.',
  );
}
