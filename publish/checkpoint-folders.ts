import { createHttpHeaders, createPipelineRequest, type HttpClient } from "@azure/core-rest-pipeline";
import { isCheckpoint } from "./checkpoint-records.js";
import type { StatePlace } from "./destination.js";
import type { Patience } from "./patience.js";
import type { Plane } from "./plane.js";
import { parsed, textAt } from "./records.js";
import { Sender } from "./sender.js";
import type { Step } from "./step.js";
import { refusalOf } from "./wire.js";

/** The first version in which each parameter and code that is used here stands in the vendor's page. */
const version = "2023-11-03";

/**
 * The folders of checkpoints in the lake. Only those that nothing names are deleted, so that there is nothing to read before: which they
 * are says the state. https://learn.microsoft.com/rest/api/storageservices/datalakestoragegen2/path/delete
 */
export class CheckpointFolders implements Plane {
  private readonly sender: Sender;

  constructor(
    private readonly place: StatePlace,
    access: HttpClient,
    patience: Patience,
  ) {
    this.sender = new Sender(access, patience);
  }

  async read(): Promise<readonly []> {
    return [];
  }

  async readAgain(): Promise<undefined> {}

  /** Deletes a folder with all that is in it: of a large one so many paths with each request. One that is gone is deleted. */
  async carryOut({ name, action, thing }: Step): Promise<void> {
    if (action !== "delete" || !isCheckpoint(name)) throw new Error(`${thing} is no checkpoint to be deleted`);
    const folder = `${this.place.files}/${this.place.container}/${name.split("/").map(encodeURIComponent).join("/")}`;
    let next: string | undefined = "";
    while (next !== undefined) {
      const more: string = next === "" ? "" : `&continuation=${encodeURIComponent(next)}`;
      const response = await this.sender.send(
        createPipelineRequest({
          url: `${folder}?recursive=true${more}`,
          method: "DELETE",
          allowInsecureConnection: true,
          headers: createHttpHeaders({ accept: "application/json", "x-ms-version": version }),
        }),
      );
      // Our own request may have deleted it, whose answer was lost.
      if (response.status === 404 && textAt(parsed(response.bodyAsText ?? ""), "error", "code") === "PathNotFound")
        return;
      if (response.status !== 200 && response.status !== 202) throw refusalOf(response, `DELETE ${folder}`);
      next = response.headers.get("x-ms-continuation") || undefined;
    }
  }
}
