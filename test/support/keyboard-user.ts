import type { Page } from 'playwright-core';

/** More stops than any screen has. */
const MOST_STOPS = 150;

/** Where the focus is. */
interface Stop {
  /** As a screen reader says it. */
  readonly name: string;
  readonly role: string;
  readonly isEditor: boolean;
  /** What keeps someone from seeing that the focus is there. */
  readonly problem: string | null;
}

/** Someone who has a keyboard and no pointer. */
export class KeyboardUser {
  /** What was wrong at the stops. */
  readonly problems: string[] = [];

  constructor(private readonly page: Page) {}

  /** Presses Tab until something with the name has the focus. Notes each stop at which the focus is not to be seen. */
  async tabTo(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const names: string[] = [];
    let stop = await this.stop();
    for (let count = 0; count < MOST_STOPS; count++) {
      // An editor of code keeps Tab for itself, and says that Escape gives it back.
      if (stop.isEditor) await this.page.keyboard.press('Escape');
      await this.page.keyboard.press(key);
      stop = await this.stop();
      // The page scrolls to what is covered, and marks its editor, with its next frame.
      for (let wait = 0; stop.problem !== null && wait < 60; wait++) stop = await this.stopSoon();
      if (stop.problem !== null) this.problems.push(`${stop.problem}: ${stop.role} "${stop.name}"`);
      if (isNamed(stop, name)) return;
      names.push(stop.name);
    }
    throw new Error(
      `The focus never reached "${String(name)}", but ${[...new Set(names)].join(', ')}`,
    );
  }

  /** Goes to a control, and presses a key on it. */
  async press(name: string | RegExp, key = 'Enter'): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.press(key);
  }

  /** Goes to a field, and writes in it instead of what is there. */
  async write(name: string | RegExp, text: string): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
  }

  /** Presses keys one after the other. */
  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Waits until something with the name has the focus: the page moves it after it shows what has changed. */
  async reaches(name: string | RegExp): Promise<void> {
    const end = performance.now() + 5_000;
    let stop = await this.stop();
    while (!isNamed(stop, name) && performance.now() < end) stop = await this.stopSoon();
    if (!isNamed(stop, name))
      throw new Error(`"${stop.name}" has the focus, and not "${String(name)}"`);
  }

  private async stopSoon(): Promise<Stop> {
    await this.page.waitForTimeout(50);
    return this.stop();
  }

  /** What has the focus. */
  stop(): Promise<Stop> {
    return this.page.evaluate(() => {
      const innermost = (root: Document | ShadowRoot): HTMLElement => {
        const active = root.activeElement as HTMLElement;
        return active.shadowRoot?.activeElement ? innermost(active.shadowRoot) : active;
      };
      const element = innermost(document);
      if (element === document.body)
        return { name: '', role: 'body', isEditor: false, problem: null };
      const labels =
        element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement
          ? [...(element.labels ?? [])]
          : [];
      const nameSource = element.getAttribute('aria-labelledby');
      const name =
        element.getAttribute('aria-label') ??
        (nameSource === null
          ? (labels[0] ?? element)
          : (document.getElementById(nameSource) ?? element)
        ).textContent?.trim() ??
        '';
      const problemOf = (): string | null => {
        // The content of the page takes the focus when a screen appears. It is no control. Of the others, the browser
        // marks the part that has the focus.
        if (element.matches('main, video, [type^=date]')) return null;
        const isHidden = (one: Element) => {
          const { width, height } = one.getBoundingClientRect();
          return width <= 1 || height <= 1 || getComputedStyle(one).opacity === '0';
        };
        // A hidden field is seen by its label.
        const seen = isHidden(element)
          ? (element.closest('label') ?? labels[0] ?? element.parentElement!)
          : element;
        const around = [
          element,
          seen,
          seen.parentElement,
          seen.closest('.cm-scroller'),
          ...seen.children,
          ...(element.parentElement?.children ?? []),
        ];
        const isMarked = around.some((one) => {
          if (!one) return false;
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
          return (
            (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) ||
            boxShadow.includes('inset')
          );
        });
        if (!isMarked) return 'not marked';
        const { left, top, right, bottom } = seen.getBoundingClientRect();
        const root = element.getRootNode() as Document | ShadowRoot;
        const between = (from: number, to: number, part: number) => from + (to - from) * part;
        // What is seen in part is seen.
        for (const part of [0.5, 0.1, 0.9]) {
          const x = between(Math.max(0, left), Math.min(innerWidth, right), part);
          const y = between(Math.max(0, top), Math.min(innerHeight, bottom), part);
          const hit = root.elementFromPoint(x, y);
          if (hit !== null && (seen.contains(hit) || hit.contains(seen))) return null;
        }
        return 'covered';
      };
      return {
        name,
        role: element.getAttribute('role') ?? element.tagName.toLowerCase(),
        isEditor: element.matches('.cm-content'),
        problem: problemOf(),
      };
    });
  }
}

function isNamed(stop: Stop, name: string | RegExp): boolean {
  return typeof name === 'string' ? stop.name === name : name.test(stop.name);
}
