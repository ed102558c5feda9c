import { expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { targets } from "../../targets/index.js";
import { compileCase, memoryHost, readCase } from "../../test/golden.js";
import { destinationOf } from "../azure-destination.js";
import { explainGrants } from "./grants.js";

function irOf(name: string): ProjectIr {
  const { understood } = compileCase(readCase(name));
  if (understood === undefined) throw new Error(`${name} has errors`);
  return understood.ir;
}

it("tells who may read and change what, where rows are found by a key, and who may nothing", () => {
  expect(explainGrants(irOf("project-grants"))?.split("\n")).toEqual([
    "connections.shop  (sluice.yaml:12), through PostgreSQL: common/grants/shop.sql",
    "  who                          on                                  may read                          may change                by",
    "  analytics                    public.orders                       order_id, status, total           nothing                   access, more",
    "                               reports.* (what is made later too)  all columns                       insert                    access",
    "  former                       nothing",
    '  logistics                    public.Order "Lines"                all columns                       nothing                   access',
    "                               public.orders                       order_id (the key, to find rows)  update of status          access",
    "  warehouse (role Ware'house)  public.orders                       order_id (the key, to find rows)  insert, delete, truncate  access",
    "",
  ]);
  expect(explainGrants(irOf("grants-nothing"))).toContain("  sales  nothing\n");
});

it("tells of a view of some rows which they are", () => {
  expect(explainGrants(irOf("project-grants-rows"))?.split("\n").slice(-4)).toEqual([
    "  poland    public.polish_orders  order_id, status  update of status, delete  access",
    "  public.open_orders has the rows of public.orders where (status in ('new', 'it''s paid') or status is null) and total between 0 and 999.5 and country <> 'X'",
    "  public.polish_orders has the rows of public.orders where country = 'PL' and not deleted",
    "",
  ]);
});

it("tells who may send to hubs and receive from them", () => {
  expect(explainGrants(irOf("project-grants-hubs"))?.split("\n").slice(0, 8)).toEqual([
    "connections.events  (sluice.yaml:11), through Azure RBAC: env/<environment>/grants/events.json",
    "  who                                      on                      may read    may change  by",
    "  analysts (group grp-analysts)            the hub readings        all events  insert      access, more",
    "                                           the hub ${site}.alarms  all events  nothing     access",
    "  anna (user anna@example.org)             nothing",
    "  devices (service principal app-devices)  the hub readings        nothing     insert      access",
    "",
    "connections.former  (sluice.yaml:16), through Azure RBAC: env/<environment>/grants/former.json",
  ]);
});

it("tells who sees which values and rows of a view, and what it hides", () => {
  expect(explainGrants(irOf("grants-warehouse-masks"))?.split("\n").slice(1, 6)).toEqual([
    "  who                            on            may read                 may change  hidden                                       by",
    "  analysts (group grp-analysts)  sales.masked  all columns, of no row   nothing     price, buyer (masked), store (masked)        sales",
    "                                 sales.stores  all columns              nothing     id, item, buyer                              sales",
    "  auditors (group grp-auditors)  sales.masked  all columns              nothing     price, store (masked)                        sales",
    "  clerks (group grp-clerks)      sales.masked  id, buyer, of some rows  nothing     price, store, item, dearest, buyer (masked)  sales",
  ]);
});

it("tells who may read and change tables of Cassandra", () => {
  expect(explainGrants(irOf("project-grants-cassandra"))?.split("\n")).toEqual([
    "connections.plant  (sluice.yaml:11), through CQL: common/grants/plant.cql",
    "  who                      on                                    may read     may change                        by",
    "  analytics (role reader)  telemetry.* (what is made later too)  all columns  nothing                           access",
    "  former                   nothing",
    "  logistics                shop.orders                           all columns  nothing                           access",
    "                           telemetry.devices                     nothing      insert, update, delete, truncate  access",
    '  shop (role shop "app")   shop.Customers                        all columns  insert, update, delete, truncate  access',
    "                           shop.orders                           all columns  insert, update, delete, truncate  access, cleaning",
    "                           telemetry.* (what is made later too)  nothing      insert, update, delete, truncate  access",
    "",
  ]);
});

it("tells who may read and change items of containers, and who may everything", () => {
  expect(explainGrants(irOf("project-grants-cosmos"))?.split("\n").slice(11)).toEqual([
    "connections.serving  (sluice.yaml:9), through Azure Cosmos DB's own roles: env/<environment>/grants/serving.json",
    "  who                                        on                                           may read          may change      by",
    "  analysts (group grp-analysts)              reports-${stage}.* (what is made later too)  all items         nothing         access",
    "  audit (group grp-audit)                    *.* (what is made later too)                 all items         nothing         access",
    "  checkout (service principal app-checkout)  the container shop.orders                    all items         insert          access, more",
    "                                             the container shop.carts                     all items         insert, update  access",
    "  cleaner (user anna@example.org)            the container shop.carts                     nothing           delete          more",
    "  idle (group grp-idle)                      nothing",
    "  intake (service principal app-intake)      the container shop.orders                    nothing           insert          access",
    "                                             the container shop.carts                     items it updates  insert, update  access",
    "  returns (service principal app-returns)    the container shop.orders                    items it updates  update          access",
    "  Whoever has a key of the account may do everything there, unless keys are turned off (disableLocalAuth).",
    "",
  ]);
});

it("tells who may read and change tables of a dedicated SQL pool, and who views over the same files", () => {
  expect(explainGrants(irOf("grants-dedicated"))?.split("\n")).toEqual([
    "connections.dw  (sluice.yaml:18), through tables of a dedicated SQL pool: common/grants/dw/rights.sql",
    "  who                                                     on                                  may read                            may change              by",
    "  analysts (group sg-analysts)                            dbo.targets                         all columns                         nothing                 planning",
    "                                                          reports.* (what is made later too)  all columns                         nothing                 reports",
    "  auditors                                                dbo.targets                         store, day (the key, to find rows)  update of amount        reports",
    "                                                          reports.sales                       id, store, price                    nothing                 reports",
    "  former (user former@shop.example)                       nothing",
    "  planner (role planners, service principal app-planner)  dbo.targets                         all columns                         insert, update, delete  planning",
    "                                                          plan.Costs of 'all'                 nothing                             insert                  planning",
    "                                                          reports.sales                       id (the key, to find rows)          delete                  planning",
    "",
    "connections.ldw  (sluice.yaml:12), through views of a serverless SQL pool: common/grants/ldw/2-rights.sql",
    "  who                                                     on       may read  may change  hidden  by",
    "  analysts (group sg-analysts)                            nothing",
    "  former (user former@shop.example)                       nothing",
    "  planner (role planners, service principal app-planner)  nothing",
    "",
  ]);
});

it("tells what is read and changed somewhere by a right on more", () => {
  const connections = {
    books: {
      ...{ kind: "postgres", server: "books.example.org", database: "books" },
      identity: { user: "admin", secret: "books-password" },
      tables: {
        "sales.orders": { owner: "seller", key: ["id"] },
        "sales.rates": { owner: "banker", key: ["id"] },
        "sales.*": { owner: "seller" },
      },
    },
    plant: {
      ...{ kind: "cassandra", server: "plant.example.org", identity: { user: "admin", secret: "plant-password" } },
      tables: { "shop.orders": {}, "shop.*": {}, "other.orders": {} },
    },
    serving: { kind: "cosmos", account: "shop-${stage}", containers: ["shop-test.orders", "shop-${stage}.*", "*.*"] },
  };
  const changes = ["insert", "update", "delete", "truncate"];
  const rights = {
    "connections.books.sales.orders": [{ update: { columns: ["status"] } }, "delete"],
    "connections.books.sales.rates": ["delete"],
    "connections.books.sales.*": ["select", "insert", "update"],
    "connections.plant.shop.orders": changes,
    "connections.plant.shop.*": ["select", ...changes],
    "connections.plant.other.orders": changes,
    "connections.serving.shop-test.orders": ["insert"],
    "connections.serving.shop-${stage}.*": ["insert", "update"],
    "connections.serving.*.*": ["delete"],
  };
  const object_id = "00000000-0000-0000-0000-000000000001";
  const host = memoryHost({
    "sluice.yaml": JSON.stringify({
      ...{ version: 1, project: "shop", secrets: { vault: "shop-vault" }, variables: { stage: { type: "name" } } },
      ...{ connections, principals: { team: { role: "team", entra: { group: "team", object_id } } } },
      environments: { test: { variables: { stage: "test" } }, prod: { variables: { stage: "prod" } } },
    }),
    "pipelines/access.yaml": JSON.stringify({ pipeline: "access", grants: { team: rights } }),
  });
  const { understood, diagnostics } = compile(host, targets);
  if (understood === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  expect(explainGrants(understood.ir)?.split("\n").slice(1)).toEqual([
    "  who   on                                may read                    may change                                           by",
    "  team  sales.* (what is made later too)  all columns                 insert, update                                       access",
    "        sales.orders                      all columns, by sales.*     update of status, delete; insert, update by sales.*  access",
    "        sales.rates                       id (the key, to find rows)  delete                                               access",
    "",
    "connections.plant  (sluice.yaml:1), through CQL: common/grants/plant.cql",
    "  who   on                               may read                may change                        by",
    "  team  other.orders                     nothing                 insert, update, delete, truncate  access",
    "        shop.* (what is made later too)  all columns             insert, update, delete, truncate  access",
    "        shop.orders                      all columns, by shop.*  insert, update, delete, truncate  access",
    "",
    "connections.serving  (sluice.yaml:1), through Azure Cosmos DB's own roles: env/<environment>/grants/serving.json",
    "  who                on                                        may read                              may change                                        by",
    "  team (group team)  the container shop-test.orders            items it updates, by shop-${stage}.*  insert; update by shop-${stage}.*; delete by *.*  access",
    "                     shop-${stage}.* (what is made later too)  items it updates                      insert, update; delete by *.*                     access",
    "                     *.* (what is made later too)              nothing                               delete                                            access",
    "  Whoever has a key of the account may do everything there, unless keys are turned off (disableLocalAuth).",
    "",
  ]);
});

it("tells who may read and change all of the lake", () => {
  expect(explainGrants(irOf("grants-lake"))?.split("\n").slice(4)).toEqual([
    "all of the lake  (sluice.yaml:5), through Azure RBAC: env/<environment>/grants/lake.roles.json",
    "  who                                    on                                  may read                                                   may change                                        by",
    "  analysts (group grp-analysts)          nothing",
    "  backup (service principal app-backup)  all files (what is made later too)  all columns and rows of all tables, and what is set aside  nothing                                           sales",
    "  engineers (group grp-engineers)        all files (what is made later too)  all columns and rows of all tables, and what is set aside  insert, update, delete, and the container itself  access, sales",
    "",
  ]);
});

it("tells who may read and change files of the lake", () => {
  const all = "all columns and rows, whatever a warehouse hides";
  expect(explainGrants(irOf("grants-files"))?.split("\n")).toEqual([
    "lake  (sluice.yaml:10), through access lists: common/grants/file_rights.py env/<environment>/grants/lake.files.json",
    "  who                                    on                     may read                                          may change              by",
    `  analysts (group grp-analysts)          files of gold.stores   ${all}  nothing                 access`,
    `                                         files of silver.sales  ${all}  nothing                 sales`,
    "  former (user anna@example.org)         nothing",
    `  loader (service principal app-loader)  files of gold.stores   ${all}  insert, update, delete  access, sales`,
    "",
  ]);
});

it("has no word where nobody is granted anything", () => {
  expect(explainGrants(irOf("project-loads"))).toBeUndefined();
});

it("publishes nothing of a project that only grants, and names its scripts", () => {
  expect(destinationOf(irOf("project-grants"), "prod", {})).toMatchObject({
    kind: "refusal",
    message:
      "The project has no 'lake' to keep in what was published: nothing of it is published. Write 'lake', or do it by hand. Run its scripts by hand, as the files in env/prod/grants, env/test/grants say: common/grants/shop.sql.",
  });
  expect(destinationOf(irOf("project-grants-hubs"), "prod", {})).toMatchObject({
    message: expect.stringMatching(
      /: env\/<environment>\/grants\/events.json, env\/<environment>\/grants\/former.json\.$/,
    ),
  });
});

it("tells who may do what with objects of a catalog, what is made later too", () => {
  expect(explainGrants(irOf("project-grants-unity"))?.split("\n").slice(0, 6)).toEqual([
    "connections.lakehouse  (sluice.yaml:13), through Unity Catalog: env/<environment>/grants/lakehouse.sql",
    "  who                                           on                                                    may read                   may change                                      by",
    "  accounting (group Accounting `EU` \\ O'Neill)  archive.* (volumes, what is made later too)           all files                  insert, update, delete                          access",
    "                                                finance.* (tables and views, what is made later too)  all columns                nothing                                         access",
    "                                                table finance.invoices                                all columns, by finance.*  insert, update, delete, columns and properties  access",
    "  analysts (group grp-analysts)                 view sales.days                                       all columns                nothing                                         access",
  ]);
});
