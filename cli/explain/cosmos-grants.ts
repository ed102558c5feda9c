import type { ContainerGrantIr, CosmosAccessIr, CosmosScopeIr } from "../../compiler/ir/cosmos-access.js";
import { rightsTable, whoInEntra } from "./rights.js";

/** Who may read and change items of containers, through which plane, and who may past it. */
export const explainContainers = ({ name, secret, principals, grants, origin }: CosmosAccessIr): readonly string[] => [
  ...rightsTable({
    of: `connections.${name}`,
    through: `Azure Cosmos DB's own roles: env/<environment>/grants/${name}.json`,
    ...{ origin, principals, grants, whoIs: whoInEntra, cellsOf },
  }),
  // https://learn.microsoft.com/azure/cosmos-db/nosql/how-to-grant-data-plane-access#disable-key-based-authentication
  `  Whoever has a key of the account${secret === undefined ? "" : `, as the secret ${secret} of the vault,`} may do everything there, unless keys are turned off (disableLocalAuth).`,
];

function cellsOf({ scope, privileges, pipelines }: ContainerGrantIr): readonly string[] {
  const held = [...new Set(privileges.map(({ privilege }) => privilege))];
  return [
    containersOf(scope),
    held.includes("select") ? "all items" : held.includes("update") ? "items it updates" : "nothing",
    held.filter((privilege) => privilege !== "select").join(", ") || "nothing",
    pipelines.join(", "),
  ];
}

const containersOf = ({ written, container }: CosmosScopeIr): string =>
  container === undefined ? `${written} (what is made later too)` : `the container ${written}`;
