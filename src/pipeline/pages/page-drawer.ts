import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JobFailure } from '../../core/job/job-failure.js';
import { MissingAbility, NEEDS } from '../../core/job/missing-ability.js';
import { elementsOf } from '../../core/project/elements-of.js';
import type {
  HtmlPage,
  ImageElement,
  Project,
  TimelineElement,
} from '../../core/project/types/index.js';
import { drawnAddress } from '../../core/sources/page-address.js';
import { mapElements } from '../../core/timeline/flatten-elements.js';
import { HtmlError } from '../../engine/html/html-error.js';
import type { HtmlService } from '../../engine/html/html.service.js';
import type { FetchFile } from '../../engine/html/page-requests.js';
import type { MediaSession } from '../../engine/media/store/media-session.js';
import type { PlanContext } from '../types/render-context.js';

/** A file that a page names. A picture of 16 megapixels without compression is four times as large. */
const MOST_FILE_BYTES = 16 << 20;
/** The part of the step that fetches sources. */
const PROGRESS = 0.5;

/** A config whose pages are drawn. */
export interface DrawnProject {
  readonly project: Project;
  /** Each names its element. */
  readonly warnings: readonly string[];
}

interface Drawn {
  readonly src: string;
  readonly warnings: readonly string[];
}

type PageElement = ImageElement & { readonly page: HtmlPage };

/** Draws the pages of a job. Elements with the same page, also in other shapes of the video, are drawn once. */
export class PageDrawer {
  private readonly drawn = new Map<string, Drawn>();

  constructor(
    private readonly html: HtmlService,
    private readonly session: MediaSession,
  ) {}

  /**
   * Draws the pages of a config, and makes their pictures the sources of their elements.
   *
   * @throws JobFailure MEDIA_LIMIT_EXCEEDED for a page that takes too much, or MissingAbility without a browser
   */
  async draw(project: Project, context: PlanContext): Promise<DrawnProject> {
    const elements = elementsOf(project).filter(isPage);
    if (elements.length === 0) return { project, warnings: [] };
    const missing = new Map<string, PageElement>();
    for (const element of elements) {
      const key = keyOf(element);
      if (!this.drawn.has(key) && !missing.has(key)) missing.set(key, element);
    }
    if (missing.size > 0) await this.drawAll(missing, context);
    const withSource = (element: TimelineElement) =>
      isPage(element) ? pictureOf(element, this.drawn.get(keyOf(element))!) : element;
    const scenes = project.scenes.map((scene) => ({
      ...scene,
      elements: mapElements(scene.elements, withSource),
    }));
    return {
      project: { ...project, scenes, elements: mapElements(project.elements, withSource) },
      warnings: elements.flatMap((element) =>
        this.drawn.get(keyOf(element))!.warnings.map((text) => `${element.pointer}: ${text}`),
      ),
    };
  }

  private async drawAll(missing: Map<string, PageElement>, context: PlanContext): Promise<void> {
    const { workDir, signal } = context;
    const elements = [...missing.values()];
    const pictures = await this.html
      .draw(
        elements.map(({ page }) => page),
        {
          workDir,
          signal,
          fetchFile: (index) => this.fetchFile(elements[index]!, context),
          onPage: (done) => context.onProgress('fetch', (done / elements.length) * PROGRESS),
        },
      )
      .catch((error: unknown) => {
        throw error instanceof HtmlError ? failureOf(error, elements) : error;
      });
    for (const [index, [key, element]] of [...missing].entries()) {
      const { png, warnings } = pictures[index]!;
      const path = join(workDir, `picture-${randomUUID()}.png`);
      await writeFile(path, png);
      const source = await this.session.describe(path, element.pointer, workDir);
      const src = drawnAddress(source.contentHash);
      this.session.add(src, source);
      this.drawn.set(key, { src, warnings });
    }
  }

  /** Files of a page are fetched as sources are: from public addresses, with the limits of sources. */
  private fetchFile({ pointer }: PageElement, { signal, workDir }: PlanContext): FetchFile {
    return (address) =>
      this.session.acquireBytes(address, {
        ...{ pointer, signal, workDir, localSources: false, maxBytes: MOST_FILE_BYTES },
      });
  }
}

/** A browser that can't be used is the lack of this worker. Anything else is the page's. */
function failureOf(error: HtmlError, elements: readonly PageElement[]): JobFailure {
  const { message, page } = error;
  if (page === null) {
    return new MissingAbility([NEEDS.browser], 'RENDER_FAILED', message, elements[0]!.pointer);
  }
  const { pointer } = elements[page]!;
  return new JobFailure('MEDIA_LIMIT_EXCEEDED', message, pointer, { cause: error });
}

/** Elements with the same one look the same. */
function keyOf({ page }: PageElement): string {
  return JSON.stringify(page);
}

function isPage(element: TimelineElement): element is PageElement {
  return element.type === 'image' && element.page !== undefined;
}

/** The element of a picture file. */
function pictureOf(given: PageElement, { src }: Drawn): ImageElement {
  const { page: _, ...element } = given;
  return { ...element, src };
}
