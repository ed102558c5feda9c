import type { World } from "./world.js";

/** Surroundings of a pipeline in which there is nothing but what a test says. */
export const nowhere = (there: Partial<World> = {}): World => ({
  factory: "here",
  globalParameters: {},
  returned: (value) => value,
  database: () => {
    throw new Error("no database");
  },
  folder: () => "",
  functionApp: () => {
    throw new Error("no function app");
  },
  notebook: async () => {},
  parquet: async () => {},
  unzip: async () => undefined,
  dataFlow: async () => undefined,
  tell: () => {},
  signal: new AbortController().signal,
  halt: () => {},
  ...there,
});
