import { STARTER, template, video } from '../../document/index.js';
import { parseText } from '../../document/parse-text.js';
import { texts } from '../../texts/index.js';
import { showToast } from '../../ui/toast.js';
import { downloadName } from './download-name.js';

/** A config has at most a megabyte. What is much larger is another file. */
const LARGEST_BYTES = 8 * 1024 * 1024;

/** Copies the JSON text of the video. */
export async function copyText(): Promise<void> {
  try {
    await navigator.clipboard.writeText(video.text.peek());
    showToast(texts.write.copied);
  } catch {
    // Browsers allow it only over https, and may ask the person.
    showToast(texts.write.copyFailed, { kind: 'error' });
  }
}

/** Saves the JSON text of the video as a file. */
export function downloadText(): void {
  const url = URL.createObjectURL(new Blob([video.text.peek()], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = downloadName(video.value.peek());
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Lets the person choose a file, and opens it. Resolves with whether a video was opened. */
export function openFile(): Promise<boolean> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      resolve(file === undefined ? false : readFile(file));
    });
    input.addEventListener('cancel', () => resolve(false));
    input.click();
  });
}

/** Opens a file as the video, and says why that is not possible. The video of before comes back with Undo. */
export async function readFile(file: File): Promise<boolean> {
  if (file.size > LARGEST_BYTES) return refuse(texts.write.opening.tooLarge(file.name));
  return openText(await file.text(), file.name);
}

/** Opens a text as the video. @param name of the file, for messages */
export function openText(text: string, name: string): boolean {
  // A byte order mark is no JSON, and the page counts lines by their feeds.
  const clean = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const { value, error } = parseText(clean);
  if (clean.trim() === '') return refuse(texts.write.opening.empty(name));
  if (error === null && !isObject(value)) return refuse(texts.write.opening.noVideo(name));
  const before = video.text.peek();
  video.selection.value = '';
  video.setText(clean);
  template.value = null;
  if (before !== STARTER && before !== clean) showToast(texts.write.opening.done(name));
  return true;
}

function refuse(message: string): boolean {
  showToast(message, { kind: 'error' });
  return false;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
