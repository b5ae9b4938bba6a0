/** A message, and which delivery of it is meant. */
export interface HeldMessage {
  readonly id: string;
  readonly retryCount: number;
}
