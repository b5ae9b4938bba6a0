/** A model cannot be installed or used. The message is for an operator and contains no path of the server. */
export class ModelError extends Error {}
