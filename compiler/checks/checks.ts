import { chains } from "./chains.check.js";
import type { Check } from "./check.js";
import { clocks } from "./clocks.check.js";
import { corrected } from "./corrected.check.js";
import { cursorClocks } from "./cursor-clocks.check.js";
import { dataFlows } from "./data-flow.check.js";
import { dedicatedPools } from "./dedicated-pools.check.js";
import { deployments } from "./deployments.check.js";
import { environments } from "./environments.check.js";
import { eventStarts } from "./event-starts.check.js";
import { eventTime } from "./event-time.check.js";
import { flows } from "./flows.check.js";
import { hashKeys } from "./hash-keys.check.js";
import { jobs } from "./jobs.check.js";
import { joins } from "./joins.check.js";
import { lakes } from "./lakes.check.js";
import { lateRows } from "./late-rows.check.js";
import { locations } from "./locations.check.js";
import { partitions } from "./partitions.check.js";
import { replace } from "./replace.check.js";
import { rhythms } from "./rhythms.check.js";
import { samples } from "./samples.check.js";
import { sensitive } from "./sensitive.check.js";
import { sinks } from "./sinks.check.js";
import { sources } from "./sources.check.js";
import { steps } from "./steps.check.js";
import { storage } from "./storage.check.js";
import { tableClauses } from "./table-clauses.check.js";
import { thisMachine } from "./this-machine.check.js";
import { types } from "./types.check.js";
import { views } from "./views.check.js";
import { warehouses } from "./warehouses.check.js";
import { watch } from "./watch.check.js";
import { windowTriggers } from "./window-triggers.check.js";
import { windows } from "./windows.check.js";

/** Every rule over a linked project. Adding one is adding its file and a name here. */
export const checks: readonly Check[] = [
  tableClauses,
  eventTime,
  types,
  joins,
  windows,
  lateRows,
  corrected,
  storage,
  replace,
  dataFlows,
  sinks,
  sources,
  samples,
  partitions,
  locations,
  environments,
  lakes,
  deployments,
  warehouses,
  dedicatedPools,
  thisMachine,
  views,
  flows,
  chains,
  steps,
  jobs,
  clocks,
  cursorClocks,
  rhythms,
  windowTriggers,
  eventStarts,
  watch,
  hashKeys,
  sensitive,
];
