/** A file or an option that cannot be taken, in words for who wrote it. */
export class InputError extends Error {}
