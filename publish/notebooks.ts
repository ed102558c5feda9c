import type { Json } from "../compiler/emit/json.js";
import { type Destination, folderOf } from "./destination.js";
import { kinds } from "./kinds.js";
import { notebookHash } from "./notebook-text.js";
import { ChangedMeanwhile, gone, type Plane } from "./plane.js";
import { hashOf, isJsonList, textAt, valueAt } from "./records.js";
import type { Step } from "./step.js";
import { type Live, thingId } from "./thing.js";
import type { WorkspaceClient } from "./workspace-client.js";

/** The notebooks below the project's folder: https://docs.databricks.com/api/azure/workspace/workspace */
export class Notebooks implements Plane {
  constructor(
    private readonly client: WorkspaceClient,
    private readonly destination: Destination,
  ) {}

  read(): Promise<readonly Live[]> {
    return this.below(folderOf(this.destination));
  }

  private async below(folder: string): Promise<readonly Live[]> {
    const objects = valueAt(await this.client.get("2.0/workspace/list", { path: folder }), "objects");
    if (!isJsonList(objects)) return [];
    return (await Promise.all(objects.map((one) => this.found(one)))).flat();
  }

  private async found(object: Json): Promise<readonly Live[]> {
    const path = textAt(object, "path") ?? "";
    switch (textAt(object, "object_type")) {
      case "DIRECTORY":
        return this.below(path);
      case "NOTEBOOK":
        return [await this.exported(path)].filter((one) => one !== undefined);
      default:
        return [liveOf(path, undefined)];
    }
  }

  private async exported(path: string): Promise<Live | undefined> {
    const answer = await this.client.get("2.0/workspace/export", { path, format: "SOURCE" });
    const content = textAt(answer, "content");
    return content === undefined ? undefined : liveOf(path, Buffer.from(content, "base64").toString("utf8"));
  }

  readAgain({ name }: Step): Promise<Live | undefined> {
    return this.exported(name);
  }

  async carryOut(step: Step): Promise<void> {
    const { action, name, value, thing } = step;
    const now = await this.readAgain(step);
    if (typeof value === "string" && now?.version === notebookHash(value)) return;
    if (now?.version !== step.before) throw new ChangedMeanwhile(thing);
    if (action === "delete") {
      const deleted = this.client.post("2.0/workspace/delete", { path: name, recursive: false });
      return gone(deleted, () => this.readAgain(step));
    }
    if (action === "create") await this.client.post("2.0/workspace/mkdirs", { path: name.replace(/\/[^/]*$/, "") });
    await this.client.post("2.0/workspace/import", {
      path: name,
      format: "SOURCE",
      language: "PYTHON",
      content: Buffer.from(typeof value === "string" ? value : "", "utf8").toString("base64"),
      // A request that is sent again finds what it has made itself; that nobody else's is there was just looked at.
      overwrite: true,
    });
  }
}

const liveOf = (path: string, text: string | undefined): Live => ({
  id: thingId(kinds.notebook, path),
  kind: kinds.notebook,
  name: path,
  value: text,
  version: text === undefined ? hashOf(path) : notebookHash(text),
  state: undefined,
  isMarked: text !== undefined,
  address: undefined,
});
