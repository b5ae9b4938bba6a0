/** An unusable file or option. The message is for the user. */
export class InputError extends Error {}
