const MAX_LENGTH = 200;
const FALLBACK = 'file';
/** Control characters, and those that change the direction or are invisible. */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]/gu;

/** The name under which a file is shown and saved: without folders, and without characters that deceive. */
export function fileNameOf(name: string | null | undefined): string {
  const last = (name ?? '').split(/[/\\]/).at(-1)!;
  const shown = last.normalize('NFC').replaceAll(UNSHOWN, '').trim();
  const short = Array.from(shown).slice(0, MAX_LENGTH).join('');
  return short === '' || short === '.' || short === '..' ? FALLBACK : short;
}

/** The name of the file at an address. */
export function fileNameOfUrl(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const last = path.split('/').at(-1)!;
  try {
    return fileNameOf(decodeURIComponent(last));
  } catch {
    return fileNameOf(last);
  }
}
