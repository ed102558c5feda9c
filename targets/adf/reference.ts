import type { Evaluated, Value } from "./expression.js";

/** How one thing of a factory, or of a workspace, names another. But for pools a name is no expression. */
export type LinkedServiceReference = { readonly referenceName: string; readonly type: "LinkedServiceReference" };

export type DatasetReference = {
  readonly referenceName: string;
  readonly type: "DatasetReference";
  readonly parameters: { readonly [name: string]: Value };
};

export type PipelineReference = { readonly referenceName: string; readonly type: "PipelineReference" };

export type NotebookReference = { readonly referenceName: string; readonly type: "NotebookReference" };

export type PoolReference = { readonly referenceName: Evaluated; readonly type: "BigDataPoolReference" };

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
