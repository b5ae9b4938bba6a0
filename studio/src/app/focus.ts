/** What the keyboard can reach. */
const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/** An element, and where it is among its siblings. */
interface Step {
  readonly element: Element;
  readonly index: number;
}

/**
 * Keeps the focus where people are: if what has it goes away, such as a line of a list that is deleted, what takes its
 * place gets it. Without this, it would be nowhere, and screen readers would begin at the top of the page.
 */
export function watchFocus(): void {
  /** The way from what had the focus up to the page. Empty: someone has left it with the pointer. */
  let way: readonly Step[] = [];
  /** The same, outside of dialogs, which give the focus back when they close. */
  let wayOnPage: readonly Step[] = [];
  let dialog: HTMLDialogElement | null = null;

  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || target === document.body) return;
    way = wayTo(target);
    dialog = target.closest('dialog');
    if (dialog === null) wayOnPage = way;
    // By the pointer, it is seen.
    if (target.matches(':focus-visible')) uncover(target);
  });
  document.addEventListener(
    'pointerdown',
    () => {
      way = [];
    },
    true,
  );
  const restore = () => {
    if (document.activeElement !== document.body || way.length === 0) return;
    const next = nextOn(dialog?.open === false ? wayOnPage : way) ?? document.querySelector('main');
    (next as HTMLElement | null)?.focus();
  };
  // After the page shows what has changed.
  const restoreSoon = () => requestAnimationFrame(restore);
  document.addEventListener('close', restoreSoon, true);
  new MutationObserver((records) => {
    if (records.some(({ removedNodes }) => removedNodes.length > 0)) restoreSoon();
  }).observe(document.body, { childList: true, subtree: true });
}

/** Scrolls to what is below something else, such as the picture that stays at the top of a phone. */
function uncover(target: Element): void {
  requestAnimationFrame(() => {
    const { left, top, width, height } = target.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    if (hit === null || target.contains(hit) || hit.contains(target)) return;
    // The label of a hidden field is hit in place of it.
    if (hit.closest('label')?.control === target) return;
    target.scrollIntoView({ block: 'center', inline: 'nearest' });
  });
}

function wayTo(target: Element): Step[] {
  const steps: Step[] = [];
  for (let element = target; element.parentElement !== null; element = element.parentElement) {
    const index = [...element.parentElement.children].indexOf(element);
    steps.push({ element, index });
  }
  return steps;
}

/** What is focusable where a way led to: what follows in the innermost element that is still there, or what is before. */
function nextOn(way: readonly Step[]): Element | null {
  const first = way.findIndex(({ element }) => isThere(element));
  if (first === 0) return way[0]!.element;
  if (first < 0) return null;
  for (let at = first; at < way.length; at++) {
    const { index } = way[at - 1]!;
    const children = [...way[at]!.element.children];
    const near = [...children.slice(index), ...children.slice(0, index).reverse()];
    for (const child of near) {
      const found = [child, ...child.querySelectorAll(FOCUSABLE)].find(
        (one) => one.matches(FOCUSABLE) && isThere(one),
      );
      if (found !== undefined) return found;
    }
  }
  return null;
}

function isThere(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true });
}
