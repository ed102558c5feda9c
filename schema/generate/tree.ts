/** The checkout as the generators see it: paths relative to its root, with `/`. */
export interface Tree {
  read(path: string): string | undefined;
  /** Every file below a folder, sorted; none if there is no such folder. */
  list(folder: string): readonly string[];
  /** The module that a TypeScript file of the checkout compiles to. */
  load(path: string): Promise<Readonly<Record<string, unknown>>>;
}

/** Text by path. */
export type Files = Readonly<Record<string, string>>;
