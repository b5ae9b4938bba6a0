/** The texts of the workbench, and of what its panels share. */
export const workbench = {
  title: 'Create',
  heading: 'Your video',
  panels: 'Panels',
  editor: 'Editor',
  form: 'Form',
  captions: 'Captions',
  files: 'Files',
  picture: 'Picture',
  timeline: 'Timeline',
  undo: 'Undo',
  redo: 'Redo',
  kept: 'This browser keeps your video.',
  notKept:
    'This browser cannot keep your video, because its storage is full or blocked. Save the JSON before you close the page.',
  otherTab: {
    about:
      'Another tab has changed the video that this browser keeps. Changes in this tab are not kept until you choose.',
    keep: 'Keep this video',
    take: 'Show that video',
  },
  invalid: (line: number, column: number, message: string) =>
    `Line ${line}, column ${column}: ${message}`,
  /** What is wrong with a text, by the codes of the parser. */
  json: {
    InvalidSymbol: 'Expected a value in quotes, a number, true, false, or null.',
    InvalidNumberFormat: 'Expected a number.',
    PropertyNameExpected: 'Expected a name in quotes.',
    ValueExpected: 'Expected a value.',
    ColonExpected: 'Expected a colon.',
    CommaExpected: 'Expected a comma.',
    CloseBraceExpected: 'Expected a closing brace.',
    CloseBracketExpected: 'Expected a closing bracket.',
    EndOfFileExpected: 'Expected the end of the text.',
    InvalidCommentToken: 'JSON has no comments.',
    UnexpectedEndOfComment: 'JSON has no comments.',
    UnexpectedEndOfString: 'The closing quote is missing.',
    UnexpectedEndOfNumber: 'The number is not complete.',
    InvalidUnicode: 'Expected four hexadecimal digits.',
    InvalidEscapeCharacter: 'Expected a valid escape sequence.',
    InvalidCharacter: 'This character must be escaped.',
  },
} as const;
