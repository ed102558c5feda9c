import { nameHash } from "../../compiler/emit/name-hash.js";
import { type Expression, parameter } from "./expression.js";
import type { FileGroup } from "./file-sets.js";

/** The activities that read one source period by period, in a pipeline of their own. */
export const periodNames = {
  due: "due periods",
  eachPeriod: "each period",
  landing: "landing of the period",
  folder: "folder of the period",
  isThere: "is it there",
  landFiles: "land the files",
  keepPeriod: "keep the period",
  passPeriod: "pass the period",
} as const;

/** The parameter of that pipeline with the source, an item of the list that its caller goes through. */
export const sourceParameter = "source";

/** A field of that. */
export const ofSource = (field: string): Expression => parameter(`${sourceParameter}.${field}`);

/** Known by what its group is of, and not by its sources, so that one more source is read by the same pipeline. */
export const periodsPipeline = ({ pipeline, key }: Pick<FileGroup, "pipeline" | "key">): string =>
  `${pipeline}_periods_${nameHash(key)}`;
