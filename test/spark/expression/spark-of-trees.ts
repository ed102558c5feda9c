import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { sparkSettings } from "../../../compiler/expression/print-spark.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { answering } from "../grants/answering.fixture.js";

export type Ansi = "false" | "true";
export type Lane = "3.5" | "4.0";

export interface Asked {
  readonly sql: string;
  readonly aggregate: boolean;
}

export interface Computed {
  readonly type: unknown;
  readonly nullable: boolean;
  /** A text for each row, or group, as `printValue` prints it. */
  readonly values: readonly string[];
}

export type Result = Computed | { readonly error: string };

export interface KeptSpark {
  /** What the expressions are computed over from now on; rows are texts of SQL. */
  table(schema: object, rows: readonly (readonly string[])[]): Promise<void>;
  compute(expressions: readonly Asked[]): Promise<{ readonly [A in Ansi]: readonly Result[] }>;
  /** With the last row first, and ANSI off. */
  computeBackwards(expressions: readonly Asked[]): Promise<readonly Result[]>;
  end(): Promise<void>;
}

export async function sparkOfTrees(lane: Lane): Promise<KeptSpark> {
  const { python, env } = await ensureSpark(() => {}, lane);
  const program = spawn(python, [resolve("test/spark/expression/answer_trees.py"), JSON.stringify(sparkSettings)], {
    env: {
      ...process.env,
      ...env,
      PYSPARK_PYTHON: python,
      SPARK_LOCAL_IP: "127.0.0.1",
      TZ: "UTC",
      PYTHONDONTWRITEBYTECODE: "1",
    },
    cwd: tmpdir(), // Spark 4 makes a folder of its own there: artifacts
    stdio: ["pipe", "pipe", process.env["SHOW_SPARK"] === "1" ? "inherit" : "ignore"],
  });
  const spark = answering(program);
  await spark.answer();
  return {
    table: async (schema, rows) => {
      await spark.ask({ table: { schema, rows } });
    },
    compute: async (expressions) =>
      (await spark.ask({ expressions, ansi: ["false", "true"] })) as { readonly [A in Ansi]: readonly Result[] },
    computeBackwards: async (expressions) => {
      const answer = await spark.ask({ expressions, ansi: ["false"], backwards: true });
      return (answer as { readonly false: readonly Result[] }).false;
    },
    end: spark.end,
  };
}
