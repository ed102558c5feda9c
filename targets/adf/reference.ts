import type { Value } from "./expression.js";

/** How one thing of a factory names another. A name cannot be an expression. */
export type LinkedServiceReference = { readonly referenceName: string; readonly type: "LinkedServiceReference" };

export type DatasetReference = {
  readonly referenceName: string;
  readonly type: "DatasetReference";
  readonly parameters: { readonly [name: string]: Value };
};

export type PipelineReference = { readonly referenceName: string; readonly type: "PipelineReference" };

export const linkedService = (name: string): LinkedServiceReference => ({
  referenceName: name,
  type: "LinkedServiceReference",
});

export const pipelineReference = (name: string): PipelineReference => ({
  referenceName: name,
  type: "PipelineReference",
});

export const dataset = (name: string, parameters: DatasetReference["parameters"]): DatasetReference => ({
  referenceName: name,
  type: "DatasetReference",
  parameters,
});
