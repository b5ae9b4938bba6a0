import { texts } from '../../texts/index.js';

const { search } = texts.write;

/** The texts of CodeMirror, by their English originals. */
export const phrases: Readonly<Record<string, string>> = {
  Find: search.find,
  Replace: search.replace,
  next: search.next,
  previous: search.previous,
  all: search.all,
  'match case': search.matchCase,
  regexp: search.regexp,
  'by word': search.byWord,
  replace: search.replaceOne,
  'replace all': search.replaceAll,
  close: search.close,
};
