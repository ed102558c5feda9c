import type { LoginPrincipalIr, ServerlessAccessIr, ViewGrantIr } from "../../compiler/ir/serverless-access.js";
import { entraWords, rightsTable } from "./rights.js";

/** Who may read what of the views of one database, and what these hide. */
export const explainServerlessAccess = ({
  name,
  origin,
  principals,
  grants,
}: ServerlessAccessIr): readonly string[] => [
  ...rightsTable(
    {
      of: `connections.${name}`,
      through: `views of a serverless SQL pool: common/grants/${name}/2-rights.sql`,
      ...{ origin, principals, grants, whoIs, cellsOf },
    },
    ["on", "may read", "may change", "hidden", "by"],
  ),
  ...(grants.length === 0
    ? []
    : [
        "  What views hide stays hidden: they read the lake as the workspace, and who asks them is denied an OPENROWSET of their own.",
      ]),
];

const whoIs = ({ name, role, user }: LoginPrincipalIr): string =>
  `${name} (${role === name ? "" : `role ${role}, `}${entraWords(user.type, user.name)})`;

function cellsOf({ view, columns, masked, rows, pipelines }: ViewGrantIr): readonly string[] {
  const unseen = columns === undefined ? [] : view.columns.filter((column) => !columns.includes(column));
  const behind = masked.filter((column) => !unseen.includes(column)).map((column) => `${column} (masked)`);
  return [
    `${view.schema}.${view.name}`,
    `${columns?.join(", ") ?? "all columns"}${ofRows[rows]}`,
    "nothing",
    [...view.hidden, ...unseen, ...behind].join(", ") || "nothing",
    pipelines.map(({ name }) => name).join(", "),
  ];
}

const ofRows: Readonly<Record<ViewGrantIr["rows"], string>> = { all: "", some: ", of some rows", none: ", of no row" };
