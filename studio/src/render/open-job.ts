import type { Job } from '../api/index.js';
import { STARTER, template, video } from '../document/index.js';
import { navigate } from '../routing/router.js';
import { writingPanel } from '../routing/writing-panel.js';
import { markProblems } from './render-problems.js';
import { renderedText } from './rendered-texts.js';
import { isSameJson } from './same-json.js';

/** The text of the workbench for the config of a job. */
export function textOfJob({ job_id: id, config }: Job): string {
  return renderedText(id) ?? `${JSON.stringify(config, null, 2)}\n`;
}

/** Whether the workbench shows the config of a job, however it is written. */
export function isInWorkbench(job: Job): boolean {
  return (
    video.text.peek() === renderedText(job.job_id) || isSameJson(video.value.peek(), job.config)
  );
}

/** Whether opening a job would replace something that someone made. */
export function wouldReplace(job: Job): boolean {
  const text = video.text.peek();
  return text !== STARTER && text.trim() !== '' && !isInWorkbench(job);
}

/**
 * Shows the config of a job in the workbench, at the element that it failed at. Returns whether it replaced what was there.
 */
export function openJob(job: Job): boolean {
  const replaces = !isInWorkbench(job);
  if (replaces) {
    video.setText(textOfJob(job));
    template.value = null;
  }
  const { error, error_pointer: pointer } = job;
  if (pointer !== null) {
    video.selection.value = elementOf(pointer);
    markProblems([{ pointer, message: error ?? '', severity: 'error' }]);
  }
  navigate(['write'], pointer === null ? {} : { panel: writingPanel.peek() });
  return replaces;
}

/** The element, or the scene, that a pointer is in: what the panels can show. */
function elementOf(pointer: string): string {
  const [found = ''] = /^(\/scenes\/\d+)?(\/elements\/\d+)?/.exec(pointer) ?? [];
  return video.valueAt(found) === undefined ? '' : found;
}
