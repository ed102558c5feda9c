import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { referenceOf } from "./tables-of.js";

/** What is written to a store has a key that is never null, and stays in its partition. */
export const sinks: Check = ({ pipelines }, report) => {
  for (const { sink, input } of pipelines.flatMap((pipeline) => pipeline.sinks)) {
    const table = referenceOf(input);
    const { key, output } = input;
    if (key === undefined) {
      report.add(checkDiagnostics.sinkWithoutKey.at(sink.from.origin, { table }));
      continue;
    }
    for (const column of key) {
      if (output.find(({ name }) => name === column)?.nullable)
        report.add(checkDiagnostics.sinkKeyNullable.at(sink.from.origin, { column, table }));
    }
    if (!key.includes(sink.partitionKey.name)) {
      report.add(
        checkDiagnostics.partitionKeyOutsideKey.at(sink.partitionKey.origin, { column: sink.partitionKey.name, key }),
      );
    }
  }
};
