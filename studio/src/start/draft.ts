import { computed, effect, type Signal, signal } from '@preact/signals';
import { guessSound } from '../uploads/guess-sound.js';
import { kindOfFile } from '../uploads/kinds.js';
import type { Upload } from '../uploads/upload-queue.js';
import { queue } from '../uploads/uploads.js';
import { type Format, FORMATS } from './formats.js';
import { type Look, LOOKS } from './looks.js';

/** What a file is for. `none`: it is kept, and not used. */
export type FileUse = 'picture' | 'speech' | 'music' | 'captions' | 'font' | 'none';

/** A file of the video that is being prepared. */
export interface DraftFile {
  /** The ID of its upload. */
  readonly id: number;
  readonly use: FileUse;
  /** Shows a picture before it is uploaded. */
  readonly preview: string | null;
}

/** A video that is being prepared. It stays when someone goes to another screen and comes back. */
export const script = keptInTab('videocraft.script');
export const format = signal<Format>(FORMATS[0]!);
export const look = signal<Look>(LOOKS[0]!);
/** 1, or more to be faster. */
export const pace = signal(1);
const files = signal<readonly DraftFile[]>([]);

/** The files in the order of the video, with their uploads. Whose upload was dismissed elsewhere is gone. */
export const draftFiles = computed(() =>
  files.value.flatMap((file) => {
    const upload = queue.uploads.value.find(({ id }) => id === file.id);
    return upload === undefined ? [] : [{ ...file, upload }];
  }),
);

/** Adds files. The text of text files becomes part of the script. */
export async function addDraftFiles(added: readonly File[]): Promise<void> {
  const texts = added.filter(isScript);
  const others = added.filter((file) => !isScript(file));
  const ids = queue.add(others, true);
  for (const [index, file] of others.entries()) {
    files.value = [...files.value, { id: ids[index]!, use: useOf(file), preview: previewOf(file) }];
  }
  for (const file of texts) {
    script.value = [script.value.trim(), (await file.text()).trim()].filter(Boolean).join('\n\n');
  }
}

/** Changes what a file is for. There is one speech, one music, one caption file, and one font. */
export function setUse(id: number, use: FileUse): void {
  files.value = files.value.map((file) => {
    if (file.id === id) return { ...file, use };
    return file.use === use && use !== 'picture' ? { ...file, use: 'none' } : file;
  });
}

/** Moves a file among those that are shown. @param step -1 to be earlier, 1 to be later */
export function moveFile(id: number, step: -1 | 1): void {
  const list = [...files.value];
  const from = list.findIndex((file) => file.id === id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= list.length) return;
  list.splice(to, 0, ...list.splice(from, 1));
  files.value = list;
}

export function removeFile(id: number): void {
  const file = files.value.find((one) => one.id === id);
  if (file?.preview) URL.revokeObjectURL(file.preview);
  files.value = files.value.filter((one) => one.id !== id);
  queue.dismiss(id);
}

/** Forgets what was prepared. The uploaded files stay in the list of files. */
export function clearDraft(): void {
  for (const { id } of files.value) removeFile(id);
  script.value = '';
}

/** The address of the first file with a use, or null. */
export function srcOf(use: FileUse): string | null {
  return draftFiles.value.find((file) => file.use === use)?.upload.asset?.src ?? null;
}

export type DraftFileWithUpload = DraftFile & { readonly upload: Upload };

/** A text that outlives a reload of the page. What nobody types twice must not be lost with it. */
function keptInTab(name: string): Signal<string> {
  const text = signal(sessionStorage.getItem(name) ?? '');
  effect(() => {
    try {
      if (text.value === '') sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, text.value);
    } catch {
      // The storage is full. The text is still in the page.
    }
  });
  return text;
}

function isScript({ name, type }: File): boolean {
  return /\.(txt|md)$/i.test(name) || type === 'text/plain';
}

function useOf(file: File): FileUse {
  const kind = kindOfFile(file);
  const isTaken = (use: FileUse) => files.value.some((other) => other.use === use);
  const free = (use: FileUse): FileUse => (isTaken(use) ? 'none' : use);
  if (kind === 'audio') {
    const wanted = guessSound(file.name) === 'music' ? 'music' : 'speech';
    if (!isTaken(wanted)) return wanted;
    return free(wanted === 'music' ? 'speech' : 'music');
  }
  if (kind === 'font' || kind === 'captions') return free(kind);
  return kind === null ? 'none' : 'picture';
}

function previewOf(file: File): string | null {
  return file.size > 0 && /^image\/(jpeg|png|webp|gif|avif)$/.test(file.type)
    ? URL.createObjectURL(file)
    : null;
}
