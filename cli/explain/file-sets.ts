import { printType } from "../../compiler/expression/type.js";
import type { LinkedControl, LinkedFileSet } from "../../compiler/model/linked-landings.js";
import { aligned, type Section } from "./section.js";

const linesOfJson = ({ text: { compression } }: LinkedFileSet["source"]): readonly string[] => [
  `JSON, an object on each line${compression ? `, ${compression}` : ""}; other fields than the columns are not read, and one that is not there is null`,
  "a line that is none, or has a field that does not fit its type, stops the job that takes it",
];

/** Files that are landed: which of them each run takes. */
export function fileSetSections(linked: LinkedFileSet, control: LinkedControl | undefined): readonly Section[] {
  const { source, connection, columns, key, reading } = linked;
  const { text } = source;
  const isWhole = reading.kind === "full";
  const place = control ? `; it stands in ${control.control.schema}.marks of ${control.connection.name}` : "";
  return [
    {
      title: "reads",
      lines: [
        isWhole
          ? "each time that a pipeline is started, all files: together they are one snapshot"
          : reading.kind === "new-files"
            ? "each time that a pipeline is started, the files that were put or changed since the mark, whole"
            : `each time that a pipeline is started, the files of each ${reading.unit} in their names from the mark on that is over, whole and in their order`,
      ],
    },
    { title: "files", lines: [`${source.path} in ${connection.container.written} of ${connection.account.written}`] },
    {
      title: "text",
      lines:
        source.format === "json"
          ? linesOfJson(source)
          : [
              `CSV with '${text.delimiter === "\t" ? "\\t" : text.delimiter}' between cells and ${text.quote} around them, ${text.hasHeader ? "columns by the header's names" : "columns in their order"}${text.compression ? `, ${text.compression}` : ""}`,
              "an empty cell is null; a cell that does not fit its type stops the job that takes it",
            ],
    },
    { title: "primary key", lines: key.length === 0 ? [] : [key.join(", ")] },
    {
      title: "mark",
      lines: isWhole
        ? [`when they were read last${place}`]
        : [
            reading.kind === "new-files"
              ? `up to when files were taken, by their time of modification${place}`
              : `the ${reading.unit} that is read next, ${reading.start} at first${place}`,
            "it is kept when their rows have landed, so a run that was broken off takes them again",
          ],
    },
    {
      title: "lag",
      lines: isWhole
        ? []
        : [
            reading.kind === "new-files"
              ? `files are taken when they are ${reading.lag.text} old by the clock of the control database`
              : `each ${reading.unit} is read ${reading.lag ? `${reading.lag.text} after it is over` : "as soon as it is over"}, in UTC by the clock of the control database; what comes later is not read`,
          ],
    },
    {
      title: "empty",
      lines: [
        isWhole
          ? "no file with a row stops the run: nothing is taken"
          : reading.kind === "new-files"
            ? "no new file with a row is no landing, and the mark stays"
            : `a ${reading.unit} without a row is no landing, and the mark goes on`,
      ],
    },
    { title: "columns", lines: aligned(columns.map(({ name, type }) => [name, printType(type)])) },
    {
      title: "on this machine",
      lines: source.samples ? [`the files ${[...new Set(source.samples.values())].join(" or ")}`] : [],
    },
  ];
}
