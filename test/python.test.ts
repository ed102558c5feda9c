import { expect, it } from "vitest";
import { pythonMistakes } from "./python.js";

it("sees broken Python and unknown names, through includes", () => {
  const files = {
    "common/common.py": "from pyspark.sql import functions as F\n\n\ndef start(stream):\n    return stream\n",
    "common/a/good.py":
      "# Databricks notebook source\n# MAGIC %run ../common\n\n# COMMAND ----------\n\nrun = start(F.lit(spark))\n",
    "common/a/unknown.py": "# Databricks notebook source\n# MAGIC %run ../common\n\nrun = strat(1)\n",
    "common/a/broken.py": "def (:\n",
  };
  const [unknown, ...broken] = pythonMistakes(files).toSorted().reverse();
  expect(unknown).toMatch(/^common\/a\/unknown\.py:4: .*strat/);
  expect(broken.length).toBeGreaterThan(0);
  expect(broken.every((line) => line.startsWith("common/a/broken.py:"))).toBe(true);
});
