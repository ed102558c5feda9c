import type { Value } from "./expression.js";

/** How one thing of a factory names another. A name cannot be an expression. */
export type LinkedServiceReference = { readonly referenceName: string; readonly type: "LinkedServiceReference" };

export type DatasetReference = {
  readonly referenceName: string;
  readonly type: "DatasetReference";
  readonly parameters: { readonly [name: string]: Value };
};

export const linkedService = (name: string): LinkedServiceReference => ({
  referenceName: name,
  type: "LinkedServiceReference",
});

export const dataset = (name: string, parameters: DatasetReference["parameters"]): DatasetReference => ({
  referenceName: name,
  type: "DatasetReference",
  parameters,
});
