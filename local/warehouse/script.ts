import { fileURLToPath } from "node:url";

/** The Python that computes: it stands beside this module, also where both are bundled. */
export const warehouseScript = (): string => fileURLToPath(new URL("./warehouse.py", import.meta.url));
