/** The time, as an argument: nothing below the edge asks the machine's clock. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}
