import { parentPort, workerData } from "node:worker_threads";
import { comparing, type Text } from "./compare.js";
import type { CompareThreadData } from "./compare-beside.js";
import { diskFolder } from "./folder.js";

const { out, options }: CompareThreadData = workerData;
const compare = comparing(diskFolder(out), options);
parentPort?.on("message", (texts: readonly Text[]) => parentPort?.postMessage(texts.map(compare)));
