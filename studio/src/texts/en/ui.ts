/** The texts of shared parts. */
export const ui = {
  cancel: 'Cancel',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser did not copy it. The text is selected: use the keys of your system.',
  choose: 'Choose a file',
  dismiss: 'Dismiss',
  notifications: 'Notifications',
  progress: 'Progress',
  newer: 'Newer',
  older: 'Older',
  pages: 'Pages',
  required: 'required',
} as const;
