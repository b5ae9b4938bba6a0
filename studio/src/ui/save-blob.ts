/** Lets the browser save something that the page has. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  saveUrl(url, name);
  // The browser needs the address until it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Lets the browser save what is at an address of the service. */
export function saveUrl(url: string, name = ''): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
