/** A model cannot be had or used; the message is for an operator and holds no path of the server. */
export class ModelError extends Error {}
