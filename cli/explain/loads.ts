import { printType } from "../../compiler/expression/type.js";
import type { LinkedLoads } from "../../compiler/model/linked-landings.js";
import { aligned, type Section } from "./section.js";

function hereLines({ app, samples }: LinkedLoads["source"]): readonly string[] {
  const files = samples && [...new Set(samples.values())].join(" or ");
  if (app === undefined) return files ? [`the files ${files}, each as a load`] : [];
  return [
    `the function runs: its app is in ${app}/${files ? `, and the API that it reads has what ${files} say` : ""}`,
  ];
}

/** Loads of a function: which of them each run takes. */
export const loadsSections = ({ source, connection, columns, key }: LinkedLoads): readonly Section[] => [
  {
    title: "reads",
    lines: [
      "each time that a pipeline is started, the newest load that is whole, if it is another than the one before: nothing is copied",
      connection
        ? "the load that the run has had the function make is whole by then, or the run fails and changes nothing"
        : "what an event says is not looked at: one that comes twice, late or never changes nothing",
    ],
  },
  {
    title: "function",
    lines: connection
      ? [
          `${source.function} of ${connection.name}, which each run calls: it answers within 230 seconds, when its load is whole`,
          "tried again it is told the same folder, so that it makes the load once",
        ]
      : [`${source.function}, which runs by itself`],
  },
  {
    title: "loads",
    lines: [
      `${source.folder}/load=<instant>-<id> in the lake: files with a JSON object on each line, then _load.json with their names and lengths`,
      "one that is completed after a newer one is not taken: the run fails, once all is computed",
    ],
  },
  { title: "primary key", lines: key.length === 0 ? [] : [key.join(", ")] },
  { title: "columns", lines: aligned(columns.map(({ name, type }) => [name, printType(type)])) },
  {
    title: "on this machine",
    lines: hereLines(source),
  },
];
