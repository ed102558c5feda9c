import type { Query } from "../ir/query.js";

/** The notebook of a query of a job: `readings/silver.readings` becomes `readings/silver_readings`. */
export const queryPath = (job: string, { reference }: Pick<Query, "reference">): string =>
  `${job}/${reference.replace(".", "_")}`;
