import type { Issue } from '../fields/issues.js';
import type { Project } from '../project/types/index.js';
import { estimateProject } from './estimate-project.js';
import { LIMITS, type LimitName, type Limits } from './limits.js';

/** Limit of all scenes and elements of a batch, including repeated ones: it limits the cost of validation. */
const MAX_PARTS = 100_000;

/** A batch may do as much work as so many of the largest videos. */
const VIDEOS = 10;

/** The work of all items of a batch together, of which each is within the limits of one video. */
export class BatchWork {
  private readonly amounts = new Map<LimitName, number>();
  private parts = 0;

  constructor(private readonly limits: Limits) {}

  add(project: Project): void {
    const { scenes, elements } = project;
    this.parts += scenes.reduce((sum, scene) => sum + 1 + scene.elements.length, elements.length);
    for (const [name, { amount }] of estimateProject(project)) {
      this.amounts.set(name, (this.amounts.get(name) ?? 0) + amount);
    }
  }

  /** What makes the items so far too much for one batch; null if nothing does. */
  excess(): Issue | null {
    if (this.parts > MAX_PARTS) return tooMuch(`${MAX_PARTS} scenes and elements`);
    for (const [name, amount] of this.amounts) {
      const most = VIDEOS * this.limits[name];
      if (amount > most) return tooMuch(`${most} ${LIMITS[name].unit}`);
    }
    return null;
  }
}

function tooMuch(what: string): Issue {
  const message = `The videos of the batch have more than ${what} in total. Send fewer items.`;
  return { pointer: '/items', message };
}
