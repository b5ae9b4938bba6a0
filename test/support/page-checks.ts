import type { Page } from 'playwright-core';

/** What people press or write in. */
const CONTROLS =
  'a[href], button, input, select, textarea, summary, video[controls], [tabindex], [contenteditable=true]';
/** The smallest target of WCAG 2.2 AA, in pixels. */
const SMALLEST = 24;

/**
 * Checks what fingers need: each control has a target of 24 by 24 pixels, and nothing covers it once it is scrolled to.
 *
 * @returns lines about what is wrong; none if all is well
 */
export function touchProblems(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ controls, smallest }) => {
      const found: string[] = [];
      // Messages go away by themselves.
      const toasts = document.querySelector<HTMLElement>('.toasts');
      if (toasts !== null) toasts.style.visibility = 'hidden';
      const root = document.querySelector('dialog[open]') ?? document.body;
      const before = [...document.querySelectorAll('*')]
        .filter((one) => one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth)
        .map((element) => [element, element.scrollLeft, element.scrollTop] as const);
      for (const control of root.querySelectorAll<HTMLElement>(controls)) {
        if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: false }))
          continue;
        const isFocusable = control.tabIndex >= 0 || control.matches('input, button, a');
        if (!isFocusable || control.matches(':disabled, main, h1, [inert] *')) continue;
        // A field that is hidden from view is pressed by its label.
        const label =
          control instanceof HTMLInputElement
            ? (control.closest('label') ?? control.labels?.[0])
            : null;
        const isSeen = control.offsetWidth > 1 && getComputedStyle(control).opacity !== '0';
        const target = isSeen ? control : (label ?? control);
        if (target.matches('.visually-hidden, .skip-link')) continue;
        target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        const { left, top, width, height } = target.getBoundingClientRect();
        const text =
          control.getAttribute('aria-label') ?? (label ?? control).textContent?.trim() ?? '';
        const name = `${control.tagName.toLowerCase()}.${control.className} "${text.slice(0, 40)}"`;
        const [x, y] = [left + width / 2, top + height / 2];
        const isHitAt = (right: number, down: number) => {
          const hit = document.elementFromPoint(x + right, y + down);
          return hit !== null && (target.contains(hit) || (label?.contains(hit) ?? false));
        };
        if (!isHitAt(0, 0)) {
          const hit = document.elementFromPoint(x, y);
          const by =
            hit === null ? 'out of the window' : `covered by ${hit.outerHTML.slice(0, 60)}`;
          found.push(`${by}: ${name}`);
        }
        // Links in sentences have the height of the line, and items of the timeline the length of their time.
        const isFree = getComputedStyle(control).display === 'inline' || control.matches('.item');
        const half = smallest / 2 - 0.5;
        const reaches = [
          width >= smallest - 0.5 || (isHitAt(-half, 0) && isHitAt(half, 0)),
          height >= smallest - 0.5 || (isHitAt(0, -half) && isHitAt(0, half)),
        ];
        if (!isFree && reaches.includes(false)) {
          found.push(`small (${Math.round(width)} by ${Math.round(height)}): ${name}`);
        }
      }
      for (const [element, left, top] of before)
        element.scrollTo({ left, top, behavior: 'instant' });
      if (toasts !== null) toasts.style.visibility = '';
      return found;
    },
    { controls: CONTROLS, smallest: SMALLEST },
  );
}
