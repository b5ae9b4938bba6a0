import { signal } from '@preact/signals';
import { session } from '../api/index.js';

/** Whether files are being dragged over the page. */
export const isDraggedOver = signal(false);

/**
 * Takes files that are dropped on any place of the page, or pasted, from the moment when the page starts. Where
 * nobody takes a file, the browser leaves the page to show it. What uploads files is loaded when there are some.
 */
export function watchDrops(): void {
  document.addEventListener('dragover', (event) => {
    // A panel may take it itself.
    if (event.defaultPrevented || !hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer!.dropEffect = 'copy';
    isDraggedOver.value = true;
  });
  document.addEventListener('dragleave', (event) => {
    // From the page to what is outside of it.
    if (event.relatedTarget === null) isDraggedOver.value = false;
  });
  document.addEventListener('drop', (event) => {
    isDraggedOver.value = false;
    if (event.defaultPrevented || !hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    void take([...event.dataTransfer!.files]);
  });
  document.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    // Office programs add a picture of the text.
    const isText = event.clipboardData?.types.includes('text/plain') === true;
    if (event.defaultPrevented || files.length === 0 || isText) return;
    event.preventDefault();
    void take(files);
  });
}

async function take(files: readonly File[]): Promise<void> {
  await sessionStarted();
  const { takeFiles } = await import('../uploads/uploads.js');
  takeFiles(files);
}

/** Waits until the key that the browser has kept is checked. */
function sessionStarted(): Promise<void> {
  return new Promise((resolve) => {
    const stop = session.subscribe(({ state }) => {
      if (state === 'starting') return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

function hasFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false;
}
