import type { LinkedSink } from "../model/linked.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { referenceOf } from "./tables-of.js";

/** What is written to a store has a key that is never null, and stays in its partition. */
export const sinks: Check = ({ pipelines }, report) => {
  const taken = new Map<string, LinkedSink>();
  for (const linked of pipelines.flatMap((pipeline) => pipeline.sinks)) {
    const { sink, input, connection } = linked;
    const object = `${connection.account.written}/${sink.database}/${sink.container}`;
    const other = taken.get(object);
    if (other) {
      const related = [{ message: "It is declared here.", origin: other.sink.origin.key() }];
      const owner = `${other.pipeline}/sinks.${other.sink.name}`;
      report.add(
        checkDiagnostics.sameContainer.at(
          sink.origin.key(),
          { container: `${sink.database}/${sink.container}`, other: owner },
          { related },
        ),
      );
    }
    taken.set(object, linked);
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
