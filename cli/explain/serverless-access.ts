import type { LoginPrincipalIr, ServerlessAccessIr, ViewGrantIr } from "../../compiler/ir/serverless-access.js";
import { aligned } from "./section.js";

/** Who may read what of the views of one database, and what these hide. */
export function explainServerlessAccess({ name, origin, principals, grants }: ServerlessAccessIr): string {
  const place = `${origin.file.path}:${origin.key().start.line}`;
  const rows = principals.flatMap((principal) => {
    const own = grants.filter((grant) => grant.principal.name === principal.name);
    return own.length === 0
      ? [[who(principal), "nothing", "", "", "", ""]]
      : own.map((grant, at) => [at === 0 ? who(principal) : "", ...cellsOf(grant)]);
  });
  return `${[
    `connections.${name}  (${place}), through views of a serverless SQL pool: common/grants/${name}/2-rights.sql`,
    ...aligned([["who", "on", "may read", "may change", "hidden", "by"], ...rows]).map((line) => `  ${line}`),
    ...(grants.length === 0
      ? []
      : [
          "  What views hide stays hidden: they read the lake as the workspace, and who asks them is denied an OPENROWSET of their own.",
        ]),
  ].join("\n")}\n`;
}

const who = ({ name, role, user }: LoginPrincipalIr): string =>
  `${name} (${role === name ? "" : `role ${role}, `}${user.type.replace("_", " ")} ${user.name})`;

function cellsOf({ view, columns, pipelines }: ViewGrantIr): readonly string[] {
  const unseen = columns === undefined ? [] : view.columns.filter((column) => !columns.includes(column));
  return [
    `${view.schema}.${view.name}`,
    columns?.join(", ") ?? "all columns",
    "nothing",
    [...view.hidden, ...unseen].join(", ") || "nothing",
    pipelines.map(({ name }) => name).join(", "),
  ];
}
