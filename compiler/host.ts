/** All that the compiler knows of the world outside. The command line gives it the disk, a test gives it a record. */
export interface Host {
  /** The text of a file below the project's folder; undefined if there is none. */
  read(path: string): string | undefined;
  /** Every file below a folder of the project, as paths relative to the project's folder, with `/`. */
  list(folder: string): readonly string[];
}
