import type { Json } from "../compiler/emit/json.js";
import type { Change } from "./change.js";
import { isTrigger } from "./kinds.js";
import { textAt } from "./records.js";
import type { Live } from "./thing.js";

const typeOf = (value: Json | undefined): string | undefined => textAt(value, "properties", "type");

/** Gets events of a storage account or of a topic, and must be subscribed to them. */
export const isOfEvents = (value: Json | undefined): boolean =>
  ["BlobEventsTrigger", "CustomEventsTrigger"].includes(typeOf(value) ?? "");

/** What its events come from: the id of a resource; undefined of other triggers. */
export const scopeOf = (value: Json | undefined): string | undefined =>
  isOfEvents(value) ? textAt(value, "properties", "typeProperties", "scope") : undefined;

const isOfWindows = ({ kind, value }: Live): boolean => isTrigger(kind) && typeOf(value) === "TumblingWindowTrigger";

/**
 * What the windows are cut by, which the service takes once. That the start is part of it is inferred: windows are counted from it.
 * https://learn.microsoft.com/azure/data-factory/how-to-create-tumbling-window-trigger#existing-triggerresource-elements
 */
const cut = ["frequency", "interval", "startTime"].map((name) => `properties.typeProperties.${name}`);

/** A trigger that cannot be changed so, and is deleted and made anew; one of another type is another trigger too. */
export const mustBeMadeAnew = (live: Live, changes: readonly Change[]): boolean =>
  isTrigger(live.kind) &&
  changes.some(({ path }) => path === "properties" || (isOfWindows(live) && cut.includes(path)));

/** What is lost with a trigger. */
export const lostWith = (live: Live): string | undefined =>
  isOfWindows(live)
    ? "the record of its windows: made again, a trigger runs all of them since its start"
    : live.kind.loses;
