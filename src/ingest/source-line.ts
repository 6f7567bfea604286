/** One record of a delimited file with the number of its first physical line; a blank line has no cells. */
export interface SourceLine {
  readonly line: number;
  readonly cells: readonly string[];
}
