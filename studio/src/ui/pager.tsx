import type { Pages } from '../api/index.js';
import { texts } from '../texts/index.js';
import { Button } from './button.js';
import './pager.css';

/** The buttons below a list that is read by cursor. @param next the cursor of the next page, or null */
export function Pager({ pages, next }: { pages: Pages; next: string | null }) {
  const words = texts.ui;
  if (!pages.hasNewer && next === null) return null;
  return (
    <nav class="pager" aria-label={words.pages}>
      <Button disabled={!pages.hasNewer} onClick={pages.newer}>
        {words.newer}
      </Button>
      <Button disabled={next === null} onClick={() => next !== null && pages.older(next)}>
        {words.older}
      </Button>
    </nav>
  );
}
