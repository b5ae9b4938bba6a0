/** A model cannot be installed or used. The message is for an operator and contains no path of the server. */
export class ModelError extends Error {}

/** A file of a model cannot be fetched, or is not the right one. */
export class ModelFetchError extends ModelError {}

/** The disk has no room for a model. */
export class ModelStorageFull extends ModelError {}
