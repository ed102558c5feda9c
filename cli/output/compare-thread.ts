import { parentPort, workerData } from "node:worker_threads";
import { comparing } from "./compare.js";
import type { CompareThreadData } from "./compare-beside.js";
import { diskFolder } from "./folder.js";
import { type Packed, unpacked } from "./packed.js";

const { out, options }: CompareThreadData = workerData;
const compare = comparing(diskFolder(out), options);
parentPort?.on("message", (batch: Packed) => parentPort?.postMessage(unpacked(batch).map(compare)));
