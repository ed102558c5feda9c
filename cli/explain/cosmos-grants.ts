import type { ContainerGrantIr, CosmosAccessIr, CosmosScopeIr } from "../../compiler/ir/cosmos-access.js";
import { rightsTable, whoInEntra, withWider } from "./rights.js";

/** Who may read and change items of containers, through which plane, and who may past it. */
export const explainContainers = ({ name, secret, principals, grants, origin }: CosmosAccessIr): readonly string[] => [
  ...rightsTable({
    of: `connections.${name}`,
    through: `Azure Cosmos DB's own roles: env/<environment>/grants/${name}.json`,
    ...{ origin, principals, grants, whoIs: whoInEntra, cellsOf: (grant: ContainerGrantIr) => cellsOf(grant, grants) },
  }),
  // https://learn.microsoft.com/azure/cosmos-db/nosql/how-to-grant-data-plane-access#disable-key-based-authentication
  `  Whoever has a key of the account${secret === undefined ? "" : `, as the secret ${secret} of the vault,`} may do everything there, unless keys are turned off (disableLocalAuth).`,
];

function cellsOf(grant: ContainerGrantIr, all: readonly ContainerGrantIr[]): readonly string[] {
  const { principal, scope, pipelines } = grant;
  const wider = all
    .filter((other) => other !== grant && other.principal.name === principal.name && covers(other.scope, scope))
    .map(({ scope: { written: on }, privileges }) => ({ on, privileges }));
  return [
    containersOf(scope),
    ...withWider(grant, wider, { select: "all items", update: "items it updates" }),
    pipelines.join(", "),
  ];
}

/** Whether a right on one is a right on the other, in some environment. */
function covers({ database, container }: CosmosScopeIr, other: CosmosScopeIr): boolean {
  if (database === undefined) return true;
  return [...database].some(
    ([environment, name]) =>
      other.database?.get(environment) === name &&
      (container === undefined || container.get(environment) === other.container?.get(environment)),
  );
}

const containersOf = ({ written, container }: CosmosScopeIr): string =>
  container === undefined ? `${written} (what is made later too)` : `the container ${written}`;
