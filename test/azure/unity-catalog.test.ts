import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Azure, startAzure } from "../../local/azure/azure.js";
import type { Principal } from "../../local/azure/principal.js";
import type { Securable, Store } from "../../local/azure/store.js";

/* What Unity Catalog takes and refuses, by the vendor's pages: https://docs.databricks.com/api/uc-grants/v1 */

const audience = "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d";
const someone = (digit: string, ...groups: readonly string[]): Principal => ({
  id: `00000000-0000-0000-0000-00000000000${digit}`,
  client: `00000000-0000-0000-0000-0000000000${digit}${digit}`,
  grants: [],
  workspace: { manages: [], reads: [], createsJobs: false, groups },
});
const [owner, manager, reader, nobody] = [someone("1", "grp-owners"), someone("2"), someone("3"), someone("4")];

let azure: Azure;
let store: Store | undefined;

beforeAll(async () => {
  azure = await startAzure({
    principals: [owner, manager, reader, nobody],
    seed: (made) => {
      store = made;
    },
  });
});
afterAll(() => azure.stop());

const securable = (type: Securable["type"], fullName: string, held: Securable["held"] = {}): Securable => ({
  ...{ type, fullName, owner: "grp-owners", held },
  ...(type === "table" ? { tableType: fullName.endsWith("days") ? "VIEW" : "MANAGED" } : {}),
});

const managing = ["MANAGE", "BROWSE", "USE_CATALOG", "USE_SCHEMA"];

beforeEach(() => {
  const all = [
    securable("catalog", "shop", { [manager.client]: managing, [reader.client]: ["USE_CATALOG"] }),
    securable("schema", "shop.sales", { [reader.client]: ["USE_SCHEMA"] }),
    securable("table", "shop.sales.orders", { [reader.client]: ["SELECT"], "grp-a": ["SELECT"], "grp-b": ["MODIFY"] }),
    securable("table", "shop.sales.days"),
    securable("volume", "shop.sales.files"),
  ];
  for (const one of all) store?.securables.set(`${one.type}/${one.fullName}`, one);
  for (const name of ["Grp-A", "grp-b", reader.client]) store?.identities.set(name.toLowerCase(), name);
});

/** What an endpoint answers, as far as it is looked at. */
interface Body {
  readonly error_code?: string;
  readonly message?: string;
  readonly owner?: string;
  readonly table_type?: string;
  readonly next_page_token?: string;
  readonly privilege_assignments?: readonly { readonly principal: string; readonly privileges: readonly string[] }[];
}

async function call(method: "GET" | "PATCH", path: string, { id }: Principal, body?: object) {
  const response = await fetch(`${azure.databricks}/api/2.1/unity-catalog/${path}`, {
    method,
    headers: { authorization: `Bearer ${azure.token(id, audience, 3600)}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: Body = JSON.parse(await response.text());
  return { status: response.status, answer };
}

const orders = "permissions/table/shop.sales.orders";
const change = (
  path: string,
  who: Principal,
  principal: string,
  add: readonly string[],
  remove: readonly string[] = [],
) => call("PATCH", path, who, { changes: [{ principal, add, remove }] });
const refused = ({ status, answer }: Awaited<ReturnType<typeof call>>): string =>
  `${status} ${answer.error_code}: ${answer.message}`;
const heldBy = (who: string, { answer }: Awaited<ReturnType<typeof call>>) =>
  answer.privilege_assignments?.find(({ principal }) => principal === who)?.privileges;

it("shows a thing to its owner, to who may use it, and to who browses the catalog", async () => {
  for (const who of [owner, manager, reader])
    expect((await call("GET", "tables/shop.sales.orders", who)).answer).toMatchObject({
      ...{ owner: "grp-owners", table_type: "MANAGED" },
    });
  expect((await call("GET", "tables/SHOP.sales.days", owner)).answer.table_type).toBe("VIEW");
  expect(refused(await call("GET", "tables/shop.sales.days", reader))).toContain("does not have SELECT on Table");
  expect(refused(await call("GET", "catalogs/shop", nobody))).toContain("does not have USE CATALOG on Catalog 'shop'");
  expect(refused(await call("GET", "tables/shop.sales.none", owner))).toBe(
    "404 TABLE_DOES_NOT_EXIST: Table 'shop.sales.none' does not exist.",
  );
  expect(refused(await call("GET", "tables/shop.none.orders", owner))).toContain("404 SCHEMA_DOES_NOT_EXIST");
});

it("lists who holds what in pages, of which one may be empty, and to others only what is their own", async () => {
  expect((await call("GET", orders, owner)).answer.privilege_assignments).toHaveLength(3);
  const pages: number[] = [];
  for (let token: string | undefined = ""; token !== undefined; ) {
    const { answer } = await call("GET", `${orders}?max_results=0${token && `&page_token=${token}`}`, manager);
    pages.push(answer.privilege_assignments?.length ?? 0);
    token = answer.next_page_token;
  }
  expect(pages).toEqual([0, 2, 1]);
  const own = await call("GET", orders, reader);
  expect(own.answer.privilege_assignments).toEqual([{ principal: reader.client, privileges: ["SELECT"] }]);
  for (const limit of ["-1", "20", "x"])
    expect(refused(await call("GET", `${orders}?max_results=${limit}`, owner))).toContain(
      "400 INVALID_PARAMETER_VALUE",
    );
});

it("grants and revokes; what ALL PRIVILEGES contains goes with it, and what stands apart stays", async () => {
  await change(orders, manager, "Grp-A", ["MODIFY", "ALL_PRIVILEGES", "MANAGE"]);
  expect(heldBy("grp-a", await call("GET", orders, owner))).toEqual(["SELECT", "MODIFY", "ALL_PRIVILEGES", "MANAGE"]);
  await change(orders, manager, "grp-a", [], ["ALL_PRIVILEGES"]);
  expect(heldBy("grp-a", await call("GET", orders, owner))).toEqual(["MANAGE"]);
  // What is not held can be taken away.
  expect((await change(orders, manager, "grp-a", ["SELECT"], ["MODIFY"])).status).toBe(200);
  expect(heldBy("grp-a", await call("GET", orders, owner))).toEqual(["MANAGE", "SELECT"]);
});

it("refuses what the service refuses, and changes nothing then", async () => {
  const said = async (...given: Parameters<typeof change>): Promise<string> => refused(await change(...given));
  expect(await said(orders, reader, "grp-a", ["MODIFY"])).toBe(
    "403 PERMISSION_DENIED: User does not have MANAGE on Table 'shop.sales.orders'.",
  );
  for (const right of ["MANAGE", "USE_CATALOG", "USE_SCHEMA"]) {
    const lessened = securable("catalog", "shop", { [manager.client]: managing.filter((one) => one !== right) });
    store?.securables.set("catalog/shop", lessened);
    expect(await said(orders, manager, "grp-a", ["MODIFY"])).toContain(`User does not have ${right.replace("_", " ")}`);
  }
  store?.securables.set("catalog/shop", securable("catalog", "shop"));
  const before = JSON.stringify([...(store?.securables ?? [])]);
  expect(await said(orders, owner, "grp-none", ["SELECT"])).toBe(
    "404 PRINCIPAL_DOES_NOT_EXIST: Could not find principal with name grp-none",
  );
  expect(await said(orders, owner, "grp-a", ["READ_VOLUME"])).toContain("READ_VOLUME is not applicable to this entity");
  expect(await said("permissions/table/shop.sales.days", owner, "grp-a", ["MODIFY"])).toContain("not applicable");
  expect(await said("permissions/volume/shop.sales.files", owner, "grp-a", ["SELECT"])).toContain("not applicable");
  expect(await said("permissions/catalog/shop", owner, "grp-a", ["OWN"])).toContain("not applicable");
  expect(await said(orders, owner, "grp-a", ["SELECT"], ["SELECT"])).toContain(
    "Duplicate privileges to add and delete",
  );
  expect(await said("permissions/volume/shop.sales.orders", owner, "grp-a", [])).toContain("404 VOLUME_DOES_NOT_EXIST");
  expect(await said("permissions/folder/shop", owner, "grp-a", [])).toContain("400 INVALID_PARAMETER_VALUE");
  // The second of two is refused, and so is the first.
  const changes = [
    { principal: "grp-a", add: ["MODIFY"] },
    { principal: "grp-none", add: ["MODIFY"] },
  ];
  expect((await call("PATCH", orders, owner, { changes })).status).toBe(404);
  expect(JSON.stringify([...(store?.securables ?? [])])).toBe(before);
});
