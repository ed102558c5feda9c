// Generated from targets/spark/templates by `npm run generate`; do not edit.

import type { ApplyChangesView, ColumnsView, CorrectedWindowsView, DocumentsView, EventsView, ExpectationsView, FilesView, ReplaceView, SendView, TableView, WindowsView, WriteView } from "./view.js";

export const renderApplyChanges = (view: ApplyChangesView): string =>
  "EXPECTATIONS = " +
  view.expectations +
  "\n\n\ndef changes(landed):\n    rows = landed.selectExpr(\n" +
  view.columns +
  "\n    )\n    return checked(rows, EXPECTATIONS" +
  (view.where ?
    ", where=" +
    view.where : "") +
  ")\n";

export const renderColumns = (view: ColumnsView): string =>
  view.name +
  " = " +
  view.input +
  ".selectExpr(\n" +
  view.columns +
  "\n)\n";

export const renderCorrectedWindows = (view: CorrectedWindowsView): string =>
  "rows = " +
  view.input +
  (view.select ?
    ".selectExpr(" +
    view.select +
    ")" : "") +
  "\n\n\ndef added(batch_rows):\n    \"\"\"What a batch adds to each window.\"\"\"\n    return (\n        batch_rows\n        .withColumn(\"_window\", " +
  view.window +
  ")\n        .groupBy(" +
  view.keys +
  ")\n        .agg(\n" +
  view.parts +
  "\n            F.expr(" +
  view.once +
  ").alias(\"_rows\"),\n        )\n    )\n";

export const renderDocuments = (view: DocumentsView): string =>
  "rows = documents(" +
  view.rows +
  ", key=" +
  view.key +
  ")\nstore = cosmos_store(\n" +
  view.store +
  "\n)\n";

export const renderEvents = (view: EventsView): string =>
  view.name +
  " = " +
  view.parser +
  "(\n    " +
  view.rows +
  ",\n    " +
  view.body +
  ",\n    " +
  view.position +
  ",\n)\n";

export const renderExpectations = (view: ExpectationsView): string =>
  "EXPECTATIONS = " +
  view.expectations +
  "\nrows = checked(" +
  view.arguments +
  ")\n";

export const renderFiles = (view: FilesView): string =>
  "rows = chosen(\n    " +
  view.rows +
  ",\n    " +
  view.columns +
  ",\n)\nroot = " +
  view.root +
  "\nfolder = " +
  view.folder +
  "\n";

export const renderReplace = (view: ReplaceView): string =>
  "INPUTS = " +
  view.inputs +
  "\n" +
  (view.computedOf ?
    "COMPUTED_OF = " +
    view.computedOf +
    "  # by the orchestrator, before\n" : "") +
  "EXPECTATIONS = " +
  view.expectations +
  "\n\n\ndef computed(inputs):\n    rows = " +
  view.input +
  ".selectExpr(\n" +
  view.columns +
  "\n    )\n    return checked(rows, EXPECTATIONS" +
  (view.where ?
    ", where=" +
    view.where : "") +
  ")\n" +
  (view.aggregates ?
    "\n\ndef aggregated(rows):\n    return rows.groupBy(" +
    view.keys +
    ").agg(\n" +
    view.aggregates +
    "\n    )\n" : "") +
  (view.changing ?
    "\n\nchanges = changes_of(" +
    view.changing +
    ")\n" : "");

export const renderSend = (view: SendView): string =>
  "rows = events_of(\n    " +
  view.rows +
  ",\n    id=" +
  view.id +
  ",\n    columns=" +
  view.columns +
  ",\n" +
  (view.key ?
    "    key=" +
    view.key +
    ",\n" : "") +
  ")\n" +
  view.connection +
  "\nhub = sending_to(" +
  view.hub +
  ", connection)\n";

export const renderTable = (view: TableView): string =>
  "create_table(\n    " +
  view.path +
  ",\n    \"\"\"\n" +
  view.columns +
  "\n    \"\"\",\n    " +
  view.comment +
  ",\n" +
  (view.options ?
    view.options +
    "\n" : "") +
  ")\n";

export const renderWindows = (view: WindowsView): string =>
  "windows = (\n    " +
  view.input +
  "\n" +
  (view.select ?
    "    .selectExpr(" +
    view.select +
    ")\n" : "") +
  (view.watermark ?
    "    " +
    view.watermark +
    "\n" : "") +
  "    .groupBy(" +
  view.groups +
  ")\n    .agg(\n" +
  view.aggregates +
  "\n        F.count(F.lit(1)).alias(\"_rows\"),\n    )\n    .selectExpr(" +
  view.result +
  ")\n)\n";

export const renderWrite = (view: WriteView): string =>
  "def write(batch_rows, batch_id):\n    " +
  view.writer +
  "(\n        batch_rows,\n        batch_id,\n        query,\n" +
  view.arguments +
  "\n    )\n\n\n" +
  view.begin +
  "\nrun = start(" +
  view.rows +
  ".writeStream.foreachBatch(write).option(\"checkpointLocation\", query.checkpoint_location), " +
  view.trigger +
  ")\nfinish(run, query)\n";
