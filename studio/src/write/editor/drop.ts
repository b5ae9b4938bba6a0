import { readFile } from '../exchange/exchange.js';

/** Lets files be dropped. What they are is known only then. */
export function acceptsDrop(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
}

/** Opens a JSON file that is dropped on the editor. Other files are for whoever takes files on the page. */
export function openDropped(event: DragEvent): void {
  const [file] = event.dataTransfer?.files ?? [];
  if (file === undefined || !isJson(file)) return;
  event.preventDefault();
  event.stopPropagation();
  void readFile(file);
}

function isJson({ name, type }: File): boolean {
  return type === 'application/json' || /\.json$/i.test(name);
}
