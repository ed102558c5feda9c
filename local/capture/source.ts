import { type LocalHubFeed, type Places, placed } from "../job.js";
import type { CaptureOf } from "./capture.js";

/** How the capture of a source is made here. */
export const captureOf = (
  { topic, namespace }: LocalHubFeed,
  { every_minutes, size_mb, folder }: NonNullable<LocalHubFeed["capture"]>,
  places: Places,
): CaptureOf => ({
  ...{ bootstrap: places.kafka, topic, namespace, hub: topic },
  folder: placed(folder, places),
  rule: { windowMilliseconds: every_minutes * 60_000, bytes: size_mb * 1_000_000 },
});
