interface HtmlErrorOptions extends ErrorOptions {
  /** The page to blame, by its index. Missing: the browser itself can't be used. */
  readonly page?: number;
}

/** Why pages are not drawn, in words for the author of the config. */
export class HtmlError extends Error {
  override readonly name = 'HtmlError';
  readonly page: number | null;

  constructor(message: string, { page, ...options }: HtmlErrorOptions = {}) {
    super(message, options);
    this.page = page ?? null;
  }
}
