import type { Json } from "../compiler/emit/json.js";
import { isJsonList, textAt, valueAt } from "./records.js";
import type { WorkspaceClient } from "./workspace-client.js";

export type SecurableKind = "CATALOG" | "SCHEMA" | "TABLE" | "VIEW" | "VOLUME";

/** Something that rights are held on. */
export interface Securable {
  readonly kind: SecurableKind;
  /** `shop.sales.orders` */
  readonly fullName: string;
}

/** What the catalog says of one. */
export interface Found {
  /** Undefined: whoever asks is not shown it. */
  readonly owner: string | undefined;
  /** Of a table or view: `MANAGED`, `VIEW`. */
  readonly tableType: string | undefined;
  /** What is granted directly on it, by principals in small letters. */
  readonly held: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What one principal gets, and what is taken away. */
export interface GrantChange {
  readonly principal: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Where each is asked for, and what it is to the API of permissions, to which a view is a table. */
const routes: Readonly<Record<SecurableKind, { readonly list: string; readonly type: string }>> = {
  CATALOG: { list: "catalogs", type: "catalog" },
  SCHEMA: { list: "schemas", type: "schema" },
  TABLE: { list: "tables", type: "table" },
  VIEW: { list: "tables", type: "table" },
  VOLUME: { list: "volumes", type: "volume" },
};

const pathOf = (securable: Securable, route: string): string =>
  `2.1/unity-catalog/${route}/${encodeURIComponent(securable.fullName)}`;

const permissionsOf = (securable: Securable): string => pathOf(securable, `permissions/${routes[securable.kind].type}`);

/** A catalog of Unity Catalog, asked through a workspace that has it. */
export class UnityCatalog {
  constructor(private readonly client: WorkspaceClient) {}

  /** Undefined: it is not there, or whoever asks is not shown it. https://docs.databricks.com/api/uc-tables/v1/get-table */
  async find(securable: Securable): Promise<Found | undefined> {
    const found = await this.client.get(pathOf(securable, routes[securable.kind].list), { include_browse: "true" });
    if (found === undefined) return undefined;
    const held = await this.heldOn(securable);
    return held && { owner: textAt(found, "owner"), tableType: textAt(found, "table_type"), held };
  }

  /** One request is one change: all of it is made, or nothing. https://docs.databricks.com/api/uc-grants/v1/update-permissions */
  async change(securable: Securable, changes: readonly GrantChange[]): Promise<void> {
    const body: Json = {
      changes: changes.map(({ principal, add, remove }) => ({ principal, add: [...add], remove: [...remove] })),
      omit_permissions_in_response: true,
    };
    await this.client.patch(permissionsOf(securable), body);
  }

  /** The names by which whoever asks may own something, in small letters: his own, and his groups'. https://docs.databricks.com/api/azure/workspace/currentuser/me */
  async asker(): Promise<ReadonlySet<string>> {
    const me = await this.client.get("2.0/preview/scim/v2/Me", {});
    const groups = valueAt(me, "groups");
    const names = [textAt(me, "userName"), ...(isJsonList(groups) ? groups.map((one) => textAt(one, "display")) : [])];
    return new Set(names.flatMap((name) => (name === undefined ? [] : [name.toLowerCase()])));
  }

  /**
   * A page may be empty and not be the last: https://docs.databricks.com/api/uc-grants/v1/get-permissions. Undefined: it is not there any
   * more, which is not that nobody holds anything.
   */
  private async heldOn(securable: Securable): Promise<Found["held"] | undefined> {
    const held = new Map<string, ReadonlySet<string>>();
    for (let token: string | undefined = ""; token !== undefined; ) {
      const query = { max_results: "0", ...(token === "" ? {} : { page_token: token }) };
      const page: Json | undefined = await this.client.get(permissionsOf(securable), query);
      if (page === undefined) return undefined;
      for (const one of listAt(page, "privilege_assignments")) {
        // Names have no letters' cases there: https://github.com/databricks/terraform-provider-databricks/issues/4043
        const who = (textAt(one, "principal") ?? "").toLowerCase();
        const own = listAt(one, "privileges").filter((right) => typeof right === "string");
        held.set(who, new Set([...(held.get(who) ?? []), ...own]));
      }
      token = textAt(page, "next_page_token") || undefined;
    }
    return held;
  }
}

const listAt = (value: Json, key: string): readonly Json[] => {
  const found = valueAt(value, key);
  return isJsonList(found) ? found : [];
};
