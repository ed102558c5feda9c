import { printSpark } from "../../compiler/expression/print-spark.js";
import type { InputIr, ViewInput } from "../../compiler/ir/input.js";
import { viewsRead } from "../../compiler/ir/inputs.js";
import { selectColumns } from "./columns.js";
import { explodeCell } from "./explode.js";
import { assign, call, identifier, literal, type Python, rendered, statements } from "./python.js";
import { found, type Steps, withElements, withMark } from "./steps.js";

/** The steps of a view, which follow its input's. `suffix`: what is said of its rows at the end. */
export function viewSteps(view: ViewInput, input: Steps, suffix: Python): Steps {
  const { explode, columns, reference } = view;
  const name = reference.replaceAll(".", "_");
  const beside = withElements(input.beside, explode);
  const conditions = conditionsOf(view);
  const select = selectColumns(identifier(name), explode ? identifier("elements") : input.name, columns, beside);
  const only = conditions.map(({ place, text }) =>
    assign(name, call("only", [identifier(name), literal(text), literal(place)])),
  );
  const end = suffix === "" ? [] : [assign(name, rendered(`${name}${suffix}`))];
  return {
    cells: [
      ...(explode ? [explodeCell(explode, input.name)] : []),
      { kind: "code", title: `${reference}, which is not stored`, code: statements([select, ...only, ...end]) },
    ],
    name: identifier(name),
    beside: found(conditions.length > 0 ? withMark(beside) : beside),
  };
}

/** The places of rows that views leave out, as they are counted. */
export const placesOfViews = (input: InputIr): readonly string[] =>
  viewsRead(input).flatMap((view) => conditionsOf(view).map(({ place }) => place));

/** What rows must be to go on, and where they go otherwise: `silver.wanted.filtered`, or `…_elements` where they are parts of rows. */
function conditionsOf({ reference, isOfElements, where, drops }: ViewInput) {
  const of = isOfElements ? "_elements" : "";
  const all = drops.map((that) => (drops.length === 1 ? printSpark(that) : `(${printSpark(that)})`)).join(" AND ");
  return [
    ...(where ? [{ place: `${reference}.filtered${of}`, text: printSpark(where) }] : []),
    ...(drops.length > 0 ? [{ place: `${reference}.dropped${of}`, text: all }] : []),
  ];
}
