import type { BlobContainerIr } from "../../compiler/ir/file-set.js";
import { type FlowIr, fileLandings } from "../../compiler/ir/flow.js";

/** The containers of others that files are read of, each once. */
export const storesOf = (flows: readonly FlowIr[]): readonly BlobContainerIr[] => [
  ...new Map(
    flows.flatMap(({ landings }) => fileLandings(landings)).map(({ source: { store } }) => [store.name, store]),
  ).values(),
];
