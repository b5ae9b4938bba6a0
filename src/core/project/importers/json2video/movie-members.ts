import { Members } from '../members.js';

/** The members of an object of a movie. Tools without code write an empty text for what is not set. */
export class MovieMembers extends Members {
  protected override isMissing(value: unknown): boolean {
    return value === '' || super.isMissing(value);
  }
}
