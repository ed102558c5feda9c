import type { Target } from "../compiler/emit/target.js";
import { adf } from "./adf/adf.js";
import { grants } from "./grants/grants.js";
import { spark } from "./spark/spark.js";
import { sql } from "./sql/sql.js";

/** Adding a target is adding its folder and its name here. */
export const targets: readonly Target[] = [spark, adf, sql, grants];
